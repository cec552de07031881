using System.Globalization;
using PaperBot.Core.Papers;
using PaperBot.Testing.Arxiv;
using PaperBot.Upstreams.Arxiv;

namespace PaperBot.Benchmarks.Digests;

/// <summary>
/// Real days: a folder of <c>yyyy-MM-dd.jsonl.gz</c>, as they were crawled, with papers repeated within a day and
/// Friday's list repeated on the weekend. A weekend's list belongs to the Friday before it.
/// </summary>
internal static class RealMonth
{
    private const int Selections = 10;

    public static MonthPlan Of(string folder)
    {
        var files = Directory
            .EnumerateFiles(folder, "????-??-??.jsonl*")
            .Where(path => !path.Contains("enhanced", StringComparison.Ordinal))
            .Select(path => (Path: path, Day: DayOf(path)))
            .OrderBy(file => file.Day)
            .ToList();
        if (files.Count == 0)
            throw new InvalidOperationException($"There is no list of a day in {folder}.");
        var papers = new Dictionary<string, SimulatedPaper>(StringComparer.Ordinal);
        var entries = new List<MonthEntry>();
        foreach (var (path, day) in files)
        {
            // The corpus has each paper once; the day's list has it as often as the file.
            foreach (var line in Lines(path))
            {
                if (CorpusLine.Read(line) is not { } paper || paper.Categories.Count == 0)
                    continue;
                var known = papers.TryAdd(paper.Id.Paper, paper) ? paper : papers[paper.Id.Paper];
                entries.Add(new(Weekday(day), known, ListedFrom: ArxivDays.AnnouncedAt(Weekday(day))));
            }
        }

        var common = entries
            .SelectMany(entry => entry.Paper.Categories)
            .Where(name => ArxivCategories.TryFind(name, out _))
            .CountBy(name => name)
            .OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => ArxivCategories.Canonical(pair.Key))
            .Distinct()
            .Take(Selections + 3)
            .ToList();
        return new MonthPlan(
            new ArxivCorpus(papers.Values),
            entries.Min(entry => entry.Day),
            entries.Max(entry => entry.Day)
        )
        {
            Entries = entries,
            // A paper was not in the API before it was announced.
            InApiFrom = entries
                .GroupBy(entry => entry.Paper.Id.Paper)
                .ToDictionary(group => group.Key, group => group.Min(entry => entry.ListedFrom!.Value)),
            Selections =
            [
                .. Enumerable
                    .Range(0, Math.Min(Selections, common.Count))
                    .Select(i => string.Join('+', common.Skip(i).Take(1 + i % 3))),
            ],
            Words = ["agent", "diffusion"],
            Story = $"{files.Count} real lists, {entries.Count} lines, {papers.Count} papers",
        };
    }

    private static DateOnly Weekday(DateOnly day)
    {
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            day = day.AddDays(-1);
        return day;
    }

    private static DateOnly DayOf(string path) =>
        DateOnly.ParseExact(Path.GetFileName(path)[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IEnumerable<string> Lines(string path)
    {
        using var file = File.OpenRead(path);
        using Stream lines = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
            ? new System.IO.Compression.GZipStream(file, System.IO.Compression.CompressionMode.Decompress)
            : file;
        using var reader = new StreamReader(lines);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0)
                yield return line;
    }
}
