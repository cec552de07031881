using PaperBot.Core.Papers;

namespace PaperBot.Handlers.Papers;

/// <summary>A paper that was looked up.</summary>
/// <param name="Asked">The identifier as it was asked for.</param>
/// <param name="Record">What was found.</param>
/// <param name="Newer">The latest version, when an older one was asked for and a later one is known.</param>
internal sealed record FoundPaper(ArxivId Asked, StoredPaper Record, int? Newer = null)
{
    /// <summary>The paper's record.</summary>
    public Paper Paper => Record.Paper;
}
