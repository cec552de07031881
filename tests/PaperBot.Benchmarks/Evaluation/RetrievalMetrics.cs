namespace PaperBot.Benchmarks.Evaluation;

/// <summary>The measures of one ranking against its judgements (Järvelin and Kekäläinen 2002 for nDCG, linear gain as in trec_eval).</summary>
internal static class RetrievalMetrics
{
    public static double Ndcg(IReadOnlyList<string> ranking, IReadOnlyDictionary<string, int> judged, int at)
    {
        var gain = ranking.Take(at).Select((id, i) => judged.GetValueOrDefault(id) / Math.Log2(i + 2)).Sum();
        var ideal = judged.Values.OrderDescending().Take(at).Select((score, i) => score / Math.Log2(i + 2)).Sum();
        return ideal > 0 ? gain / ideal : 0;
    }

    public static double Recall(IReadOnlyList<string> ranking, IReadOnlyDictionary<string, int> judged, int at)
    {
        var relevant = judged.Count(pair => pair.Value > 0);
        return relevant == 0 ? 0 : ranking.Take(at).Count(id => judged.GetValueOrDefault(id) > 0) / (double)relevant;
    }

    public static double ReciprocalRank(IReadOnlyList<string> ranking, IReadOnlyDictionary<string, int> judged, int at)
    {
        for (var i = 0; i < Math.Min(at, ranking.Count); i++)
            if (judged.GetValueOrDefault(ranking[i]) > 0)
                return 1.0 / (i + 1);
        return 0;
    }
}
