namespace PaperBot.Search.Index;

/// <summary>What a search found.</summary>
/// <param name="Hits">Best first.</param>
/// <param name="Terms">The terms that were looked for and are in the index, corrected ones among them.</param>
internal sealed record SearchFound(IReadOnlyList<SearchHit> Hits, IReadOnlyList<QueryTerm> Terms)
{
    public static SearchFound Nothing { get; } = new([], []);

    /// <summary>True when nothing has a sentence's phrases word for word, and they were looked for as words.</summary>
    public bool WithoutPhrases { get; init; }

    /// <summary>
    /// True when no document has any of the words that tell something, and the others were looked for instead: to be
    /// ranked, not to be shown.
    /// </summary>
    public bool IsLeftover { get; init; }

    /// <summary>Terms that are in no document, with what was looked for instead.</summary>
    public IReadOnlyDictionary<string, string> Corrected { get; init; } = new Dictionary<string, string>();
}
