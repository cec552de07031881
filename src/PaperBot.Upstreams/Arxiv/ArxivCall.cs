using PaperBot.Core.Papers;

namespace PaperBot.Upstreams.Arxiv;

/// <summary>What can be asked of arXiv. All kinds share one queue, because arXiv counts them together.</summary>
internal abstract record ArxivCall
{
    private ArxivCall() { }

    /// <summary>One paper's record. Waiting look-ups join one <c>id_list</c>.</summary>
    public sealed record LookUp(ArxivId Id) : ArxivCall;

    /// <summary>One page of a search.</summary>
    public sealed record Search(PaperQuery Query) : ArxivCall;

    /// <summary>Today's list of a category or archive from the feed. Waiting categories join one request.</summary>
    public sealed record Feed(string Subject) : ArxivCall;

    /// <summary>The listing page of a category or archive: the newest, or that of a day not long ago.</summary>
    public sealed record Listing(string Subject, DateOnly? Day) : ArxivCall;
}
