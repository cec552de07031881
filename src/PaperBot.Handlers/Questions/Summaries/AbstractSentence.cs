using System.Text.RegularExpressions;
using PaperBot.Core.Documents;
using PaperBot.Core.Papers;
using PaperBot.Handlers.Papers;

namespace PaperBot.Handlers.Questions.Summaries;

/// <summary>
/// The sentence of an abstract that tells most of the paper: one that announces what was done or found, with the words
/// that the title is made of.
/// </summary>
internal static partial class AbstractSentence
{
    private const int Milliseconds = 5_000;
    private const int FewestWords = 6;
    private const int MostWords = 60;
    private const double CueWeight = 3;
    private const double FindingWeight = 1.5;
    private const double LengthPenalty = 2;

    /// <summary>Word for word; the title when the paper has no abstract.</summary>
    public static string Of(Paper paper)
    {
        var sentences = Sentences.Of(paper.Abstract);
        if (sentences.Count == 0)
            return paper.Title;
        var title = Words.Of(paper.Title).Select(Words.Key).Where(word => word.Length > 2).ToHashSet();
        return sentences
            .Select((text, at) => (text, score: Score(text, at, title)))
            .OrderByDescending(found => found.score)
            .First()
            .text;
    }

    private static double Score(string sentence, int at, HashSet<string> title)
    {
        var words = Sentences.CountWords(sentence);
        var own = Words.Of(sentence).Select(Words.Key).ToHashSet();
        var score = 4.0 * title.Count(own.Contains) / Math.Max(title.Count, 1);
        if (Announces().IsMatch(sentence))
            score += CueWeight;
        else if (Finds().IsMatch(sentence))
            score += FindingWeight;
        if (words is < FewestWords or > MostWords)
            score -= LengthPenalty;
        // Of two alike the earlier one.
        return score - 0.05 * at;
    }

    [GeneratedRegex(
        @"\b(?:we|i)\s+(?:\w+ly\s+)?(?:propose|introduce|present|develop|describe|design|construct|prove|give|study|investigate|establish|consider|derive|build)\b"
            + @"|\b(?:this|the present|our)\s+(?:paper|work|article|study|note|letter|survey|thesis)\b"
            + @"|\b(?:is|are) (?:proposed|introduced|presented)\b|本文|本研究|我们(?:提出|介绍|证明|构造|研究|给出)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        Milliseconds
    )]
    private static partial Regex Announces();

    [GeneratedRegex(
        @"\b(?:we|results|experiments)\s+(?:\w+ly\s+)?(?:show|find|demonstrate|observe|achieve|obtain|report)\b|结果表明|实验表明|我们发现",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        Milliseconds
    )]
    private static partial Regex Finds();
}
