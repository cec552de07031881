namespace PaperBot.Benchmarks.Evaluation;

/// <summary>Collects the measures of a run.</summary>
internal sealed class SearchFigures
{
    private readonly List<double> _milliseconds = [];
    private double _ndcg10;
    private double _recall10;
    private double _recall100;
    private double _mrr10;
    private double _hit1;
    private int _nothing;

    public void Add(IReadOnlyList<string> ranking, IReadOnlyDictionary<string, int> judged, TimeSpan took)
    {
        _ndcg10 += RetrievalMetrics.Ndcg(ranking, judged, 10);
        _recall10 += RetrievalMetrics.Recall(ranking, judged, 10);
        _recall100 += RetrievalMetrics.Recall(ranking, judged, 100);
        _mrr10 += RetrievalMetrics.ReciprocalRank(ranking, judged, 10);
        _hit1 += RetrievalMetrics.ReciprocalRank(ranking, judged, 1);
        _nothing += ranking.Count == 0 ? 1 : 0;
        _milliseconds.Add(took.TotalMilliseconds);
    }

    public IReadOnlyDictionary<string, double> Report(int documents, TimeSpan built, long bytes)
    {
        var n = Math.Max(1, _milliseconds.Count);
        _milliseconds.Sort();
        return new Dictionary<string, double>
        {
            ["documents"] = documents,
            ["queries"] = _milliseconds.Count,
            ["ndcg@10"] = Math.Round(_ndcg10 / n, 4),
            ["recall@10"] = Math.Round(_recall10 / n, 4),
            ["recall@100"] = Math.Round(_recall100 / n, 4),
            ["mrr@10"] = Math.Round(_mrr10 / n, 4),
            ["hit@1"] = Math.Round(_hit1 / n, 4),
            ["nothing_found"] = _nothing,
            ["build_s"] = Math.Round(built.TotalSeconds, 2),
            ["bytes"] = bytes,
            ["p50_ms"] = Percentile(0.50),
            ["p99_ms"] = Percentile(0.99),
        };
    }

    private double Percentile(double share) =>
        _milliseconds.Count == 0
            ? 0
            : Math.Round(_milliseconds[Math.Min(_milliseconds.Count - 1, (int)(share * _milliseconds.Count))], 2);
}
