namespace PaperBot.Platforms.WeChat.WeCom.Connection;

/// <summary>One connection to WeCom: whole texts in and out.</summary>
internal interface IWeComSocket : IAsyncDisposable
{
    /// <summary>Sends a text. Calls do not overlap.</summary>
    Task SendAsync(string text, CancellationToken cancellationToken);

    /// <summary>The next text; null when the other side closed.</summary>
    Task<string?> ReceiveAsync(CancellationToken cancellationToken);
}
