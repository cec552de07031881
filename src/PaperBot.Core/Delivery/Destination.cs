using PaperBot.Core.Identity;
using PaperBot.Core.Texts;

namespace PaperBot.Core.Delivery;

/// <summary>Where something is posted.</summary>
/// <param name="Place">The place.</param>
/// <param name="ReplyAddress">What the platform needs to answer a request in place, while that lives; null for a post of its own.</param>
/// <param name="Asker">Who asked, to be mentioned when the answer can no longer stand in place.</param>
public sealed record Destination(PlaceId Place, string? ReplyAddress = null, PersonId? Asker = null)
{
    /// <summary>The language of the platform's own words around the reply.</summary>
    public Locale Locale { get; init; }

    /// <summary>
    /// Since when the same post, under the same key, may have been tried without anybody knowing what became of it (the
    /// process died, the connection broke). The platform then reads the place back before it posts, where it can. Null,
    /// the default: it is the first try.
    /// </summary>
    public DateTimeOffset? TriedSince { get; init; }

    /// <summary>
    /// Whether the reply says that something failed. It then does not take the place of a message that a button was to
    /// change: that message stays, and the asker is told beside it. Default: no.
    /// </summary>
    public bool IsError { get; init; }
}
