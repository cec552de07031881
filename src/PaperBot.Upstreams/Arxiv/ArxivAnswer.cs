using PaperBot.Core.Papers;

namespace PaperBot.Upstreams.Arxiv;

/// <summary>What arXiv answered, by the kind of <see cref="ArxivCall"/>.</summary>
internal abstract record ArxivAnswer
{
    private ArxivAnswer() { }

    /// <summary>To a look-up.</summary>
    public sealed record Found(Paper Paper) : ArxivAnswer;

    /// <summary>To a search.</summary>
    public sealed record Page(IReadOnlyList<Paper> Papers, int Total) : ArxivAnswer;

    /// <summary>To a feed or a listing page.</summary>
    public sealed record Announced(ArxivListing Listing) : ArxivAnswer;
}
