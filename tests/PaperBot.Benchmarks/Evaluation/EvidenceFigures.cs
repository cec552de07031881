using PaperBot.Core.Documents;
using PaperBot.Testing.Questions;

namespace PaperBot.Benchmarks.Evaluation;

/// <summary>Counts at which rank the answers are found.</summary>
internal sealed class EvidenceFigures
{
    private readonly List<int> _ranks = [];
    private readonly List<int> _words = [];
    private TimeSpan _time;

    public int Questions => _ranks.Count;

    public double Mrr => Math.Round(_ranks.Average(rank => rank == 0 ? 0 : 1.0 / rank), 4);

    public double Milliseconds => Math.Round(_time.TotalMilliseconds / Math.Max(Questions, 1), 2);

    public double WordsAt5 => Math.Round(_words.Average());

    public int MostWordsAt5 => _words.Max();

    public double Hit(int depth) => Math.Round(_ranks.Average(rank => rank > 0 && rank <= depth ? 1.0 : 0), 4);

    public void Took(TimeSpan time) => _time += time;

    public int Add(IReadOnlyList<Evidence> evidence, PaperQuestions paper, AskedQuestion question)
    {
        var rank = 0;
        for (var i = 0; i < evidence.Count && rank == 0; i++)
            rank = paper.Holds(evidence[i].Passages, question) ? i + 1 : 0;
        _ranks.Add(rank);
        var distinct = evidence.Take(5).SelectMany(e => e.Passages).DistinctBy(passage => passage.Key);
        _words.Add(distinct.Sum(passage => passage.Text.Split(' ').Length));
        return rank;
    }
}
