using System.Globalization;
using System.Text.Json;
using PaperBot.Search.Index;

namespace PaperBot.Benchmarks.Evaluation;

/// <summary>
/// <c>search-eval &lt;folder&gt; [--queries file] [--qrels file] [--run out.trec] [--compare]</c>: indexes a
/// collection, asks its questions, prints one JSON line of figures; <c>--compare</c> writes those of SQLite's own
/// tokenizers to standard error.
/// </summary>
internal static class SearchEval
{
    private const int Depth = 100;

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        if (arguments.Count == 0)
        {
            await Console.Error.WriteLineAsync(
                "usage: search-eval <folder> [--queries file] [--qrels file] [--run out.trec] [--compare]"
            );
            return 2;
        }
        RetrievalSet set;
        try
        {
            set = RetrievalSet.Read(arguments[0], Option(arguments, "--queries"), Option(arguments, "--qrels"));
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or JsonException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 2;
        }
        var file = Path.Combine(Path.GetTempPath(), $"paperbot-search-{Environment.ProcessId}.db");
        try
        {
            await Console.Out.WriteLineAsync(Measure(set, file, Option(arguments, "--run")));
            if (arguments.Contains("--compare"))
                foreach (var tokenizer in (string[])["porter unicode61", "trigram"])
                    await Console.Error.WriteLineAsync(Compare(set, tokenizer));
        }
        finally
        {
            foreach (var suffix in (string[])["", "-wal", "-shm"])
                File.Delete(file + suffix);
        }
        return 0;
    }

    private static string Measure(RetrievalSet set, string file, string? run)
    {
        var time = TimeProvider.System;
        var began = time.GetTimestamp();
        using var index = new FtsIndex(file);
        foreach (var part in set.Documents.Chunk(5_000))
            index.Add(part.Select(d => new IndexedDocument(d.Id) { Title = d.Title, Body = d.Text }));
        var built = time.GetElapsedTime(began);
        var figures = new SearchFigures();
        using var trec = run is null ? null : new StreamWriter(run);
        foreach (var query in set.Queries)
        {
            if (!set.Judgements.TryGetValue(query.Id, out var judged))
                continue;
            began = time.GetTimestamp();
            var hits = index.Search(query.Text, Depth);
            figures.Add([.. hits.Select(hit => hit.Key)], judged, time.GetElapsedTime(began));
            for (var i = 0; trec is not null && i < hits.Count; i++)
                trec.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{query.Id} Q0 {hits[i].Key} {i + 1} {hits[i].Score:F6} paperbot"
                    )
                );
        }
        var bytes = new FileInfo(file).Length + (File.Exists(file + "-wal") ? new FileInfo(file + "-wal").Length : 0);
        return JsonSerializer.Serialize(figures.Report(set.Documents.Count, built, bytes));
    }

    // SQLite's own tokenizers on the same collection and questions, to compare with.
    private static string Compare(RetrievalSet set, string tokenizer)
    {
        var time = TimeProvider.System;
        var began = time.GetTimestamp();
        using var baseline = new TokenizerBaseline(tokenizer, set.Documents);
        var built = time.GetElapsedTime(began);
        var figures = new SearchFigures();
        foreach (var query in set.Queries)
        {
            if (!set.Judgements.TryGetValue(query.Id, out var judged))
                continue;
            began = time.GetTimestamp();
            var found = baseline.Search(query.Text, Depth);
            figures.Add(found, judged, time.GetElapsedTime(began));
        }
        return $"{tokenizer}: {JsonSerializer.Serialize(figures.Report(set.Documents.Count, built, 0))}";
    }

    private static string? Option(IReadOnlyList<string> arguments, string name)
    {
        for (var i = 1; i + 1 < arguments.Count; i++)
            if (arguments[i] == name)
                return arguments[i + 1];
        return null;
    }
}
