namespace PaperBot.Core.Documents;

/// <summary>What evidence is looked for.</summary>
/// <param name="Question">The question in the reader's words, Chinese or English.</param>
/// <param name="Documents">Where; one or several.</param>
public sealed record EvidenceQuery(string Question, IReadOnlyList<PaperDocument> Documents)
{
    /// <summary>The most stretches or sentences wanted. Default 5.</summary>
    public int Most { get; init; } = 5;

    /// <summary>
    /// Words in section titles that make a section more likely to hold the answer (<c>conclusion</c>,
    /// <c>experiment</c>); compared after stemming. Default: none.
    /// </summary>
    public IReadOnlyList<string> Sections { get; init; } = [];
}
