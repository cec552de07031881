using PaperBot.Core.Papers;

namespace PaperBot.Upstreams.Arxiv;

/// <summary>An answer of the query API.</summary>
/// <param name="Papers">The readable entries, in order.</param>
/// <param name="Total">How many there are over all pages, as arXiv says; null when it does not.</param>
/// <param name="Error">What the error entry says (<c>incorrect id format for abc</c>); null when there is none.</param>
internal sealed record AtomFeed(IReadOnlyList<Paper> Papers, int? Total, string? Error);
