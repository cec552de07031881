using PaperBot.Core.Papers;
using PaperBot.Handlers.Papers;

namespace PaperBot.Handlers.Digests;

/// <summary>
/// A paper's telling words and pairs of words, weighed by how rare they are (TF-IDF), double in the title, of length 1.
/// </summary>
internal sealed class TermVector
{
    private const double TitleWeight = 2;
    private const double PairWeight = 1.5;

    private readonly Dictionary<string, double> _weights;

    public TermVector(Paper paper, IReadOnlyDictionary<string, double> rarity)
    {
        var title = Terms(paper with { Abstract = "" }).ToHashSet(StringComparer.Ordinal);
        _weights = Terms(paper)
            .Where(rarity.ContainsKey)
            .ToDictionary(
                term => term,
                term =>
                    rarity[term]
                    * (title.Contains(term) ? TitleWeight : 1)
                    * (term.Contains(' ', StringComparison.Ordinal) ? PairWeight : 1),
                StringComparer.Ordinal
            );
        var length = Math.Sqrt(_weights.Values.Sum(weight => weight * weight));
        foreach (var term in length > 0 ? _weights.Keys.ToList() : [])
            _weights[term] /= length;
    }

    /// <summary>The terms of a paper, each once.</summary>
    public static IEnumerable<string> Terms(Paper paper) =>
        TellingWords.Of(paper).Concat(TellingWords.Pairs(paper)).Distinct(StringComparer.Ordinal);

    /// <summary>How rare each term is among papers; terms that all of them have tell nothing and are left out.</summary>
    public static IReadOnlyDictionary<string, double> Rarity(IReadOnlyCollection<Paper> papers)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var term in papers.SelectMany(Terms))
            counts[term] = counts.GetValueOrDefault(term) + 1;
        return counts
            .Where(pair => pair.Value < papers.Count)
            .ToDictionary(
                pair => pair.Key,
                pair => Math.Log((double)papers.Count / pair.Value),
                StringComparer.Ordinal
            );
    }

    /// <summary>From 0, nothing in common, to 1, the same.</summary>
    public double Likeness(TermVector other)
    {
        var (few, many) = _weights.Count <= other._weights.Count ? (this, other) : (other, this);
        return few._weights.Sum(pair => pair.Value * many._weights.GetValueOrDefault(pair.Key));
    }

    /// <summary>What both have in common, what says most first.</summary>
    public IReadOnlyList<string> Shared(TermVector other, int most) =>
        [
            .. _weights
                .Where(pair => other._weights.ContainsKey(pair.Key))
                .OrderByDescending(pair => pair.Value * other._weights[pair.Key])
                .ThenBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => pair.Key)
                .Take(most),
        ];
}
