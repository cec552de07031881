namespace PaperBot.Upstreams.Arxiv;

/// <summary>What a category announced on one day, as a feed or a listing page tells it.</summary>
/// <param name="Day">As arXiv dates it (US Eastern).</param>
/// <param name="Papers">In arXiv's order; empty on a day without an announcement.</param>
internal sealed record ArxivListing(DateOnly Day, IReadOnlyList<ListedPaper> Papers);
