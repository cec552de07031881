using System.Globalization;
using System.Text.Json;
using PaperBot.Core.Papers;

namespace PaperBot.Testing.Arxiv;

/// <summary>One line of a corpus: arXiv's own metadata, or a crawl of the daily lists.</summary>
internal static class CorpusLine
{
    /// <summary>The paper; null for a line without a usable id or title.</summary>
    public static SimulatedPaper? Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        if (!ArxivId.TryParse(Repair(Text(root, "id")), out var id) || Text(root, "title") is not { Length: > 0 } title)
            return null;
        return new SimulatedPaper(id.WithoutVersion, title)
        {
            Versions = id.Version ?? 1,
            Abstract = Text(root, "abstract") ?? Text(root, "summary") ?? "",
            Authors = Authors(root),
            Categories = Categories(root),
            Comment = Text(root, "comments") ?? Text(root, "comment"),
            JournalReference = Text(root, "journal-ref") ?? Text(root, "journal_ref"),
            Doi = Text(root, "doi"),
            Submitted = Submitted(root, id),
        };
    }

    /// <summary>
    /// A published table of metadata has its new identifiers as floating-point numbers: 704.0197, 1501.0403800000001.
    /// </summary>
    private static string? Repair(string? id)
    {
        if (!decimal.TryParse(id, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return id;
        var format = number < 1501 ? "0000.0000" : "0000.00000";
        return number.ToString(format, CultureInfo.InvariantCulture);
    }

    private static IReadOnlyList<Author> Authors(JsonElement root) =>
        !root.TryGetProperty("authors", out var authors) ? []
        : authors.ValueKind == JsonValueKind.Array
            ? [.. authors.EnumerateArray().Select(author => new Author(author.GetString() ?? ""))]
        : AuthorList.Parse(authors.GetString());

    private static IReadOnlyList<string> Categories(JsonElement root)
    {
        if (!root.TryGetProperty("categories", out var list))
            return [];
        IEnumerable<string> names =
            list.ValueKind == JsonValueKind.Array
                ? list.EnumerateArray().Select(name => name.GetString() ?? "")
                : (list.GetString() ?? "").Split(' ');
        return [.. names.Prepend(Text(root, "primary") ?? "").Where(name => name.Length > 0).Distinct()];
    }

    private static DateTimeOffset Submitted(JsonElement root, ArxivId id)
    {
        if (
            DateTimeOffset.TryParse(
                Text(root, "created"),
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var created
            )
        )
            return created;
        var day = id.Paper[^1] - '0';
        return new(id.Month.AddDays(day).ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
