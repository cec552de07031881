using PaperBot.Search.Analysis;

namespace PaperBot.Search.Index;

/// <summary>A term of a question.</summary>
/// <param name="Text">As it stands in the index.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Count">How often the question has it.</param>
internal sealed record QueryTerm(string Text, TermKind Kind, int Count)
{
    /// <summary>In how many documents it is.</summary>
    public long Documents { get; init; }

    /// <summary>
    /// How much it counts beside other terms. A Chinese word is also its characters and pairs, so these share what one
    /// English word has; <c>GPT-4</c> is also <c>gpt</c> and <c>4</c>.
    /// </summary>
    public double Weight => Certainty * Own;

    /// <summary>True when it stands for a word that no document has.</summary>
    public bool Corrected { get; init; }

    /// <summary>A guess counts half.</summary>
    public double Certainty => Corrected ? 0.5 : 1;

    private double Own =>
        Kind switch
        {
            TermKind.Character => 0.8,
            TermKind.ChineseWord => 0.35,
            TermKind.Joined => 0.3,
            _ => 1,
        };
}
