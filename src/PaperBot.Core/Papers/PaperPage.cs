using PaperBot.Core.Replies;

namespace PaperBot.Core.Papers;

/// <summary>A paper's page: read-only.</summary>
/// <param name="Paper">The paper in the version that is shown.</param>
/// <param name="Head">The paper itself.</param>
/// <param name="Sections">What is known about it, in reading order.</param>
public sealed record PaperPage(ArxivId Paper, Card Head, IReadOnlyList<PaperPageSection> Sections);
