using PaperBot.Testing.Arxiv;

namespace PaperBot.Benchmarks.Digests;

/// <summary>What arXiv announces in a run of days, and when the lists and the query API have it.</summary>
/// <param name="Corpus">All papers.</param>
/// <param name="First">The first list.</param>
/// <param name="Last">The last list.</param>
internal sealed record MonthPlan(ArxivCorpus Corpus, DateOnly First, DateOnly Last)
{
    /// <summary>What the lists have: day, paper, what happened, the category of a later cross-listing, since when.</summary>
    public required IReadOnlyList<MonthEntry> Entries { get; init; }

    /// <summary>Papers that no list ever has, only the query API.</summary>
    public IReadOnlyList<(DateOnly Day, SimulatedPaper Paper)> Unlisted { get; init; } = [];

    /// <summary>Since when the query API has a paper; others it has always had.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> InApiFrom { get; init; } =
        new Dictionary<string, DateTimeOffset>();

    /// <summary>Days on which arXiv refuses everything.</summary>
    public IReadOnlyList<DateOnly> Refused { get; init; } = [];

    /// <summary>Days of its calendar without an announcement, beside those that the bot knows.</summary>
    public IReadOnlyList<DateOnly> Holidays { get; init; } = [];

    /// <summary>Selections that people subscribe to.</summary>
    public required IReadOnlyList<string> Selections { get; init; }

    /// <summary>Words that people want.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>What happens in it, in a sentence.</summary>
    public required string Story { get; init; }
}
