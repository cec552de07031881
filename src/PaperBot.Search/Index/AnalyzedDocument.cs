using PaperBot.Search.Analysis;

namespace PaperBot.Search.Index;

/// <summary>A document in terms, ready to be written: the costly half, which needs no database.</summary>
internal sealed record AnalyzedDocument(
    string Key,
    IReadOnlyList<string> Fields,
    IReadOnlySet<string> Words,
    byte[] List,
    int Length,
    string Source,
    string Tags,
    int? Day
)
{
    // So many are made ahead of the one that is written.
    private const int Ahead = 500;

    /// <summary>All in their order, made on all processors while the ones before are used.</summary>
    public static IEnumerable<AnalyzedDocument> Of(IEnumerable<IndexedDocument> documents) =>
        documents
            .Chunk(Ahead)
            .SelectMany(part => part.Length < 8 ? part.Select(Of) : part.AsParallel().AsOrdered().Select(Of));

    public static int? DayNumber(DateOnly? day) => day is { } d ? d.Year * 10_000 + d.Month * 100 + d.Day : null;

    private static AnalyzedDocument Of(IndexedDocument document)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var fields = (AnalyzedField[])
            [
                AnalyzedField.Of(document.Title, words),
                AnalyzedField.Of(document.Tags, words),
                AnalyzedField.Of(document.Headings, words),
                AnalyzedField.Of(document.Body, words),
                AnalyzedField.Of(document.Comments, words),
            ];
        var list = TermList.Write(fields, out var length);
        return new(
            document.Key,
            [.. fields.Select(field => field.Text)],
            words,
            list,
            length,
            Folding.Fold(document.Source),
            TagLines(document.Tags),
            DayNumber(document.Day)
        );
    }

    // Each between line breaks, so that one is found whole.
    private static string TagLines(string tags) =>
        "\n" + string.Join('\n', tags.Split('\n').Select(tag => Folding.Fold(tag).Trim())) + "\n";
}
