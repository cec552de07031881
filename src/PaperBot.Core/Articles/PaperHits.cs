namespace PaperBot.Core.Articles;

/// <summary>One page of a search in the stored papers.</summary>
/// <param name="Hits">Best first.</param>
/// <param name="Total">How many were found over all pages; a lower bound where counting would cost too much.</param>
public sealed record PaperHits(IReadOnlyList<PaperHit> Hits, int Total)
{
    /// <summary>What was searched instead, when a word was taken for a typing error; null when nothing was changed.</summary>
    public string? ReadAs { get; init; }

    /// <summary>True when nothing has what a sentence quotes word for word, and its words were looked for instead.</summary>
    public bool WithoutPhrases { get; init; }
}
