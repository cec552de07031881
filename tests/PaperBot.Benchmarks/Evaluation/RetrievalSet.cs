using System.Globalization;
using System.IO.Compression;
using System.Text.Json;

namespace PaperBot.Benchmarks.Evaluation;

/// <summary>A collection with questions and judgements in the layout of BEIR.</summary>
internal sealed record RetrievalSet(
    IReadOnlyList<RetrievalDocument> Documents,
    IReadOnlyList<RetrievalQuery> Queries,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Judgements
)
{
    private static readonly string[] QueryFiles =
    [
        "queries.jsonl",
        "queries.jsonl.gz",
        "dev-queries.jsonl",
        "dev-queries.jsonl.gz",
    ];

    private static readonly string[] JudgementFiles =
    [
        "qrels.tsv",
        "qrels.txt",
        "qrels/test.tsv",
        "qrels/dev.tsv",
        "dev-qrels.tsv",
    ];

    public static RetrievalSet Read(string folder, string? queries, string? judgements)
    {
        var set = new RetrievalSet(
            [.. Lines(Existing(folder, "corpus.jsonl.gz", "corpus.jsonl")).Select(Document).DistinctBy(d => d.Id)],
            [.. Lines(queries ?? Existing(folder, QueryFiles)).Select(Query).DistinctBy(q => q.Id)],
            Judged(judgements ?? Existing(folder, JudgementFiles))
        );
        return set.Queries.Any(query => set.Judgements.ContainsKey(query.Id))
            ? set
            : throw new InvalidDataException(
                "None of the queries is judged: are these the judgements of these queries?"
            );
    }

    private static string Existing(string folder, params string[] names) =>
        names.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists)
        ?? throw new FileNotFoundException($"{folder} has none of {string.Join(", ", names)}.");

    private static RetrievalDocument Document(string line)
    {
        using var json = JsonDocument.Parse(line);
        return new(Text(json, "_id", "id", "docid"), Text(json, "title"), Text(json, "text", "contents"));
    }

    private static RetrievalQuery Query(string line)
    {
        using var json = JsonDocument.Parse(line);
        return new(Text(json, "_id", "id", "qid"), Text(json, "text", "query"));
    }

    private static string Text(JsonDocument json, params string[] names)
    {
        foreach (var name in names)
            if (json.RootElement.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null)
                return value.ToString();
        return "";
    }

    // query, document, score; or TREC's query, iteration, document, score. Separated by tabs or spaces; a heading is
    // no judgement, and a score below zero is as good as none.
    private static Dictionary<string, IReadOnlyDictionary<string, int>> Judged(string path)
    {
        var judged = new Dictionary<string, Dictionary<string, int>>();
        foreach (var line in Lines(path))
        {
            var cells = line.Contains('\t', StringComparison.Ordinal)
                ? line.Split('\t', StringSplitOptions.TrimEntries)
                : line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (cells.Length < 3 || !double.TryParse(cells[^1], CultureInfo.InvariantCulture, out var score))
                continue;
            if (!judged.TryGetValue(cells[0], out var documents))
                judged[cells[0]] = documents = [];
            documents[cells[^2]] = Math.Max(0, (int)score);
        }
        return judged.ToDictionary(pair => pair.Key, pair => (IReadOnlyDictionary<string, int>)pair.Value);
    }

    private static IEnumerable<string> Lines(string path)
    {
        using var file = File.OpenRead(path);
        using Stream plain = path.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(file, CompressionMode.Decompress)
            : file;
        using var reader = new StreamReader(plain);
        while (reader.ReadLine() is { } line)
            if (!string.IsNullOrWhiteSpace(line))
                yield return line;
    }
}
