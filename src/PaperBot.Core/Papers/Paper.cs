namespace PaperBot.Core.Papers;

/// <summary>
/// One version of a paper's record. A field that is not known is null or empty, never guessed. Texts are cleaned:
/// accents decoded, white space folded, formulas kept as LaTeX between dollar signs.
/// </summary>
public sealed record Paper
{
    /// <summary>The id without version.</summary>
    public required ArxivId Id { get; init; }

    /// <summary>The version that this record describes; null when the source does not tell.</summary>
    public int? Version { get; init; }

    /// <summary>The title, plain text with formulas.</summary>
    public required string Title { get; init; }

    /// <summary>The abstract, plain text with formulas; for a sample a summary in the bot's own words.</summary>
    public string Abstract { get; init; } = "";

    /// <summary>In order.</summary>
    public required IReadOnlyList<Author> Authors { get; init; }

    /// <summary>The first of <see cref="Categories"/> by rank: <c>cs.CL</c>; null when unknown.</summary>
    public string? PrimaryCategory { get; init; }

    /// <summary>All categories as arXiv names them, primary first.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>When version 1 was submitted; null when unknown.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>When this version was submitted; null when unknown.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The authors' comment (<c>15 pages, 5 figures</c>).</summary>
    public string? Comment { get; init; }

    /// <summary>Where it was published, as the authors state.</summary>
    public string? JournalReference { get; init; }

    /// <summary>The publisher's DOI, without resolver.</summary>
    public string? Doi { get; init; }

    /// <summary>The id with the version, where that is known.</summary>
    public ArxivId VersionedId => Version is { } version ? Id.WithVersion(version) : Id;
}
