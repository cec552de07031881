using PaperBot.Search.Index;

namespace PaperBot.Search.Ranking;

/// <summary>
/// What is found speaks for what is like it: each of the first results gains by the scores of those that share with it
/// what not all of them share (after Kurland and Lee 2005). Only the order of the first ones changes; nothing comes in.
/// </summary>
internal static class Neighbours
{
    private const int First = 20;
    private const double Weight = 1.2;

    /// <param name="documents">The best first, each with its list of terms.</param>
    /// <returns>The same with new scores, in the old order.</returns>
    public static IReadOnlyList<SearchHit> Scored(IReadOnlyList<(SearchHit Hit, byte[] List)> documents)
    {
        var hits = documents.Select(document => document.Hit).ToList();
        var first = Math.Min(First, hits.Count);
        if (first < 3)
            return hits;
        var vectors = documents.Take(first).Select(document => TermVector.Of(document.List)).ToArray();
        TermVector.WeighTogether(vectors);
        var support = new double[first];
        for (var i = 0; i < first; i++)
        for (var j = 0; j < i; j++)
        {
            var likeness = vectors[i].Likeness(vectors[j]);
            support[i] += likeness * documents[j].Hit.Score;
            support[j] += likeness * documents[i].Hit.Score;
        }
        for (var i = 0; i < first; i++)
            hits[i] = hits[i] with { Score = hits[i].Score + Weight * support[i] / (first - 1) };
        return hits;
    }
}
