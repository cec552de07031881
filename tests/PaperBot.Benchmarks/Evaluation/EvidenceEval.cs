using System.Text.Json;
using PaperBot.Core.Documents;
using PaperBot.Search.Evidence;
using PaperBot.Testing.Questions;

namespace PaperBot.Benchmarks.Evaluation;

/// <summary>
/// <c>evidence-eval &lt;file.jsonl[.gz]&gt; [--misses] [--half 0|1]</c>: asks each article its questions, prints one
/// JSON line: how often the exact answer is inside the first passages found, beside plain BM25 over the same ones.
/// </summary>
internal static class EvidenceEval
{
    private const int Depth = 10;

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        if (arguments.Count == 0)
        {
            await Console.Error.WriteLineAsync("usage: evidence-eval <file.jsonl[.gz]> [--misses] [--half 0|1]");
            return 2;
        }
        var half = arguments.SkipWhile(argument => argument != "--half").Skip(1).FirstOrDefault();
        var misses = arguments.Contains("--misses");
        var finder = new EvidenceFinder();
        var (found, plain) = (new EvidenceFigures(), new EvidenceFigures());
        var article = 0;
        foreach (var paper in PaperQuestions.Read(arguments[0]))
        {
            if (half is not null && article++ % 2 != int.Parse(half, System.Globalization.CultureInfo.InvariantCulture))
                continue;
            var baseline = new PlainBm25(paper.Document);
            foreach (var question in paper.Questions)
            {
                var began = TimeProvider.System.GetTimestamp();
                var evidence = finder.Find(new(question.Question, [paper.Document]) { Most = Depth });
                var first = finder.Find(new(question.Question, [paper.Document]));
                found.Took(TimeProvider.System.GetElapsedTime(began) / 2);
                if (first.Sum(e => e.Passages.Sum(p => Sentences.CountWords(p.Text))) > 1_400)
                    throw new InvalidOperationException("Five passages hold too much.");
                var rank = found.Add([.. first.Concat(evidence.Skip(first.Count))], paper, question);
                plain.Add(baseline.Find(question.Question, Depth), paper, question);
                if (misses && rank is 0 or > 5)
                    await Console.Error.WriteLineAsync(question.Question);
            }
        }
        await Console.Out.WriteLineAsync(
            JsonSerializer.Serialize(
                new Dictionary<string, double>
                {
                    ["questions"] = found.Questions,
                    ["hit@1"] = found.Hit(1),
                    ["hit@5"] = found.Hit(5),
                    ["hit@10"] = found.Hit(10),
                    ["mrr"] = found.Mrr,
                    ["bm25_hit@5"] = plain.Hit(5),
                    ["difference"] = Math.Round(found.Hit(5) - plain.Hit(5), 4),
                    ["distinct_words@5"] = found.WordsAt5,
                    ["most_distinct_words@5"] = found.MostWordsAt5,
                    ["ms_per_question"] = found.Milliseconds,
                }
            )
        );
        return 0;
    }
}
