namespace PaperBot.Core.Articles;

/// <summary>
/// An article as it was read from its page. A field that is not known is null or empty, never guessed. Texts are plain,
/// white space folded; formulas are LaTeX between dollar signs (<c>$…$</c>, <c>$$…$$</c>).
/// </summary>
public sealed record Article
{
    /// <summary>By the canonical address.</summary>
    public required ArticleId Id { get; init; }

    /// <summary>The name of the source that it came from (<see cref="BlogSource.Name"/>); at most 64 characters.</summary>
    public required string Source { get; init; }

    /// <summary>The canonical address.</summary>
    public required Uri Address { get; init; }

    /// <summary>The title, plain text with formulas; never empty.</summary>
    public required string Title { get; init; }

    /// <summary>In the order of the page.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>When it was published; null when neither page nor feed tells anything credible.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>When it was changed last, as the page says; null when it does not.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary><c>zh</c> or <c>en</c> by what is written in it; another two-letter code as the page says.</summary>
    public string Language { get; init; } = "";

    /// <summary>As the page writes them.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>As the page writes them.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>The canonical address of the part before this one, where the page names one.</summary>
    public Uri? Previous { get; init; }

    /// <summary>The canonical address of the part after this one, where the page names one.</summary>
    public Uri? Next { get; init; }

    /// <summary>What the author or the feed says it is about, at most 1,000 characters; empty when nobody does.</summary>
    public string Summary { get; init; } = "";

    /// <summary>The text, in order. The first section has an empty heading when text stands before the first heading.</summary>
    public IReadOnlyList<ArticleSection> Sections { get; init; } = [];

    /// <summary>What readers wrote below it; empty unless the source's comments are switched on.</summary>
    public IReadOnlyList<ArticleComment> Comments { get; init; } = [];

    /// <summary>When the page was read.</summary>
    public DateTimeOffset FetchedAt { get; init; }
}
