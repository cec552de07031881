using PaperBot.Core.Identity;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;

namespace PaperBot.Core.Commands;

/// <summary>The router's answer.</summary>
/// <param name="Id">The request's id.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Reply">What to show; for an error, its sentence in the caller's language. Null when nothing is to be shown.</param>
/// <param name="Error">The error behind the reply; null when all is well.</param>
public sealed record Response(RequestId Id, ResponseKind Kind, Reply? Reply, Error? Error = null)
{
    /// <summary>The language that the reply is written in.</summary>
    public Locale Locale { get; init; }

    /// <summary>The asker's time zone, for showing the reply's moments. Default UTC.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;
}
