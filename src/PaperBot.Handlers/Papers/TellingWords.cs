using System.Collections.Frozen;
using PaperBot.Core.Papers;

namespace PaperBot.Handlers.Papers;

/// <summary>The words by which a paper is told from others: no formulas, no filler, nothing that every paper says.</summary>
internal static class TellingWords
{
    private const int Shortest = 3;

    private static readonly FrozenSet<string> Common = (
        "about above after again all also although among and any are based because been before being between both but "
        + "can case cases class could different does due each either especially even every few first for from further "
        + "general given gives good great has have here high how however into its itself known large like made main "
        + "make makes many may more most much must need needs new non not novel now obtained off often one only open "
        + "other our out over own paper papers part present presents problem problems properties provide provides "
        + "propose proposed rather real recent related result results same second set several show shows shown simple "
        + "since single small some state still study such than that the their them then there these they this those "
        + "three through thus time together too two under until upon use used useful using various very via was way "
        + "ways well were what when where whether which while who whose why will with within without work works would "
        + "yet you your analysis approach approaches method methods model models theory data algorithm algorithms "
        + "technique techniques introduction introduce introduces review survey overview notes lecture experiments "
        + "experimental previous information tool tools sets learn important particular performance number order point points toward towards art"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Of the title, those that the abstract repeats first, then the longer ones.</summary>
    public static IReadOnlyList<string> OfTitle(Paper paper)
    {
        var told = In(paper.Abstract).GroupBy(word => word).ToDictionary(group => group.Key, group => group.Count());
        return
        [
            .. In(paper.Title)
                .Distinct(StringComparer.Ordinal)
                .OrderByDescending(word => told.GetValueOrDefault(word))
                .ThenByDescending(word => word.Length),
        ];
    }

    /// <summary>Of title and abstract, each once, in the singular.</summary>
    public static IReadOnlySet<string> Of(Paper paper) =>
        In(paper.Title).Concat(In(paper.Abstract)).Select(Singular).ToHashSet(StringComparer.Ordinal);

    /// <summary>Pairs of such words that stand together in title or abstract: <c>mirror symmetry</c>, in the singular.</summary>
    public static IReadOnlySet<string> Pairs(Paper paper) =>
        Pairs(paper.Title).Concat(Pairs(paper.Abstract)).ToHashSet(StringComparer.Ordinal);

    /// <summary>The pair of the title that the abstract has too; null when none is.</summary>
    public static string? Phrase(Paper paper)
    {
        var told = Pairs(paper.Abstract).ToHashSet(StringComparer.Ordinal);
        return Pairs(paper.Title).FirstOrDefault(told.Contains);
    }

    private static IEnumerable<string> Pairs(string text)
    {
        var before = "";
        foreach (var word in MathParts.Of(text).SelectMany(part => part.IsMath ? [""] : Words.Of(part.Part)))
        {
            var telling = IsTelling(word) ? Singular(word) : "";
            if (before.Length > 0 && telling.Length > 0)
                yield return $"{before} {telling}";
            before = telling;
        }
    }

    /// <summary><c>graph</c> for <c>graphs</c>: enough for comparing.</summary>
    public static string Singular(string word) =>
        word.Length > 4
        && word[^1] == 's'
        && word[^2] is not ('s' or 'u' or 'i')
        && !word.EndsWith("ics", StringComparison.Ordinal)
            ? word[..^1]
            : word;

    private static IEnumerable<string> In(string text) =>
        MathParts.Of(text).Where(part => !part.IsMath).SelectMany(part => Words.Of(part.Part)).Where(IsTelling);

    private static bool IsTelling(string word) =>
        word.Length >= Shortest && !Common.Contains(word) && !word.All(char.IsAsciiDigit);
}
