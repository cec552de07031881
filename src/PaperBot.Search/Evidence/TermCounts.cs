namespace PaperBot.Search.Evidence;

/// <summary>How often each term stands in a text, and which stand side by side.</summary>
internal sealed class TermCounts
{
    public Dictionary<string, int> Counts { get; } = new(StringComparer.Ordinal);

    public HashSet<(string, string)> Pairs { get; } = [];

    public int Length { get; private set; }

    public static TermCounts Of(IReadOnlyList<string> terms)
    {
        var counts = new TermCounts { Length = terms.Count };
        for (var i = 0; i < terms.Count; i++)
        {
            counts.Counts[terms[i]] = counts.Counts.GetValueOrDefault(terms[i]) + 1;
            if (i > 0)
                counts.Pairs.Add((terms[i - 1], terms[i]));
        }
        return counts;
    }

    public static TermCounts Of(IEnumerable<TermCounts> parts)
    {
        var all = new TermCounts();
        foreach (var part in parts)
        {
            all.Length += part.Length;
            foreach (var (term, count) in part.Counts)
                all.Counts[term] = all.Counts.GetValueOrDefault(term) + count;
        }
        return all;
    }
}
