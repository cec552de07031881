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
    public static RetrievalSet Read(string folder, string? queries, string? judgements) =>
        new(
            [.. Lines(Existing(folder, "corpus.jsonl.gz", "corpus.jsonl")).Select(Document)],
            [.. Lines(queries ?? Existing(folder, "queries.jsonl", "dev-queries.jsonl")).Select(Query)],
            Judged(judgements ?? Existing(folder, "qrels.tsv", "dev-qrels.tsv"))
        );

    private static string Existing(string folder, params string[] names) =>
        names.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists)
        ?? throw new FileNotFoundException($"{folder} has none of {string.Join(", ", names)}.");

    private static RetrievalDocument Document(string line)
    {
        using var json = JsonDocument.Parse(line);
        return new(Text(json, "_id"), Text(json, "title"), Text(json, "text"));
    }

    private static RetrievalQuery Query(string line)
    {
        using var json = JsonDocument.Parse(line);
        return new(Text(json, "_id"), Text(json, "text"));
    }

    private static string Text(JsonDocument json, string name) =>
        json.RootElement.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value.ToString()
            : "";

    private static Dictionary<string, IReadOnlyDictionary<string, int>> Judged(string path)
    {
        var judged = new Dictionary<string, Dictionary<string, int>>();
        foreach (var line in Lines(path))
        {
            var cells = line.Split('\t');
            if (cells.Length < 3 || !double.TryParse(cells[^1], CultureInfo.InvariantCulture, out var score))
                continue;
            if (!judged.TryGetValue(cells[0], out var documents))
                judged[cells[0]] = documents = [];
            documents[cells[^2]] = (int)score;
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
            if (line.Length > 0)
                yield return line;
    }
}
