using System.Globalization;

namespace PaperBot.Platforms.WeChat.WeCom.Posting;

/// <summary>Where an answer goes, as it is written down: a chat, and the message that is answered in place while it lives.</summary>
/// <param name="Chat">The group or the person.</param>
/// <param name="User">Who asked.</param>
/// <param name="RequestId">Under which the message is answered; null: only by messages of its own.</param>
/// <param name="Stream">The streamed answer's id.</param>
/// <param name="Began">When it was asked.</param>
internal sealed record WeComAddress(string Chat, string User, string? RequestId, string Stream, DateTimeOffset Began)
{
    /// <summary>How long a stream is written to: WeCom closes it after ten minutes, or six without a change.</summary>
    public static readonly TimeSpan StreamLife = TimeSpan.FromMinutes(5.5);

    public bool IsAlive(DateTimeOffset now) => RequestId is not null && now - Began < StreamLife;

    public static WeComAddress? Read(string? text)
    {
        var parts = text?.Split('/', 5) ?? [];
        return
            parts.Length == 5
            && parts[0].Length > 0
            && long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var began)
            ? new(
                parts[0],
                parts[1],
                parts[4].Length > 0 ? parts[4] : null,
                parts[3],
                DateTimeOffset.FromUnixTimeMilliseconds(began)
            )
            : null;
    }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Chat}/{User}/{Began.ToUnixTimeMilliseconds()}/{Stream}/{RequestId}"
        );
}
