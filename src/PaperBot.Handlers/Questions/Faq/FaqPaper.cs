using PaperBot.Core.Papers;
using PaperBot.Handlers.Papers;

namespace PaperBot.Handlers.Questions.Faq;

/// <summary>Which version of a paper a FAQ is shown of.</summary>
/// <param name="Found">The paper as it was looked up.</param>
/// <param name="Version">The version that is shown.</param>
/// <param name="Newer">A newer version for which a refresh is offered; null when there is none.</param>
internal sealed record FaqPaper(FoundPaper Found, ArxivId Version, ArxivId? Newer)
{
    /// <summary>
    /// The version that was asked for, else the latest; but where there are answers about an older one only, that one,
    /// so that nobody waits for a refresh who did not ask for it.
    /// </summary>
    /// <param name="found">The paper.</param>
    /// <param name="kept">The versions for which there are answers, newest answer first.</param>
    public static FaqPaper Of(FoundPaper found, IReadOnlyList<string> kept)
    {
        var latest = found.Paper.VersionedId.Version is null ? found.Paper.Id.WithVersion(1) : found.Paper.VersionedId;
        if (found.Asked.Version is not null)
            return new(found, found.Asked, found.Newer is { } newer ? found.Paper.Id.WithVersion(newer) : null);
        var older = kept.Select(text => ArxivId.TryParse(text, out var id) ? id : default)
            .Where(id => id.Version is not null && id.Version <= latest.Version)
            .ToList();
        if (older.Count == 0 || older.Contains(latest))
            return new(found, latest, null);
        return new(found, older.MaxBy(id => id.Version), latest);
    }
}
