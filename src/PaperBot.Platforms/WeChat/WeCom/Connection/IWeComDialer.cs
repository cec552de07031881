namespace PaperBot.Platforms.WeChat.WeCom.Connection;

/// <summary>Dials out.</summary>
internal interface IWeComDialer
{
    /// <exception cref="IOException">Nobody answers there.</exception>
    Task<IWeComSocket> DialAsync(Uri url, CancellationToken cancellationToken);
}
