namespace PaperBot.Search.Evidence;

/// <summary>What is looked for: the terms once each, which stand side by side, and whether a number is asked for.</summary>
internal sealed class QuestionTerms
{
    private static readonly string[] NumberHints =
    [
        "how many",
        "how much",
        "how long",
        "how often",
        "how old",
        "how large",
        "how big",
        "how fast",
        "when ",
        "what year",
        "which year",
        "what percent",
        "what fraction",
        "what proportion",
        "what date",
        "number of",
        "rate of",
        "多少",
        "几",
        "何时",
        "哪一年",
        "百分",
    ];

    public QuestionTerms(string question)
    {
        var terms = EvidenceTerms.OfQuestion(question);
        Terms = [.. terms.Distinct(StringComparer.Ordinal)];
        Pairs = [.. terms.Zip(terms.Skip(1)).Distinct()];
        WantsDefinition = Terms.Length <= 2;
        WantsNumber = NumberHints.Any(hint => question.Contains(hint, StringComparison.OrdinalIgnoreCase));
    }

    public string[] Terms { get; }

    public (string, string)[] Pairs { get; }

    public bool WantsNumber { get; }

    /// <summary>True for "What is X?": where X is named first, it is often said what it is.</summary>
    public bool WantsDefinition { get; }
}
