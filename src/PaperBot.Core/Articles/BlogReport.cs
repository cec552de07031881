namespace PaperBot.Core.Articles;

/// <summary>What was taken from a source and what was not.</summary>
/// <param name="Source">The source.</param>
/// <param name="Pages">Listed pages by what became of them.</param>
/// <param name="Articles">Articles stored.</param>
public sealed record BlogReport(BlogSource Source, IReadOnlyDictionary<PageState, int> Pages, int Articles)
{
    /// <summary>Some pages that gave no article, with the reason, latest first.</summary>
    public IReadOnlyList<BlogPage> Examples { get; init; } = [];

    /// <summary>Why the list itself could not be read the last time; null when it could.</summary>
    public Texts.Message? Trouble { get; init; }

    /// <summary>True while it is being read.</summary>
    public bool Reading { get; init; }

    /// <summary>When it is read next; null when it is not (paused, samples).</summary>
    public DateTimeOffset? NextAt { get; init; }
}
