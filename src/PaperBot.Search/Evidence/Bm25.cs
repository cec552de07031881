namespace PaperBot.Search.Evidence;

/// <summary>Okapi BM25 with the inverse document frequency that is never negative.</summary>
internal sealed class Bm25(double k1, double b, IReadOnlyDictionary<string, int> documentFrequency, int documents)
{
    public double Idf(string term)
    {
        var found = documentFrequency.GetValueOrDefault(term);
        return found == 0 ? 0 : Math.Log(1 + (documents - found + 0.5) / (found + 0.5));
    }

    public double Score(IEnumerable<string> question, TermCounts text, double averageLength)
    {
        var score = 0.0;
        foreach (var term in question)
            if (text.Counts.TryGetValue(term, out var count))
                score +=
                    Idf(term)
                    * count
                    * (k1 + 1)
                    / (count + k1 * (1 - b + b * text.Length / Math.Max(averageLength, 1)));
        return score;
    }
}
