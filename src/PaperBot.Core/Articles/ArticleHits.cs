namespace PaperBot.Core.Articles;

/// <summary>One page of a search for articles.</summary>
/// <param name="Hits">Best first.</param>
/// <param name="Total">How many were found over all pages; a lower bound where counting would cost too much.</param>
public sealed record ArticleHits(IReadOnlyList<ArticleHit> Hits, int Total)
{
    /// <summary>What was searched instead, when a word was taken for a typing error; null when nothing was changed.</summary>
    public string? ReadAs { get; init; }

    /// <summary>True when nothing has what a sentence quotes word for word, and its words were looked for instead.</summary>
    public bool WithoutPhrases { get; init; }

    /// <summary>True when the index still takes in articles: something may be missing.</summary>
    public bool StillIndexing { get; init; }
}
