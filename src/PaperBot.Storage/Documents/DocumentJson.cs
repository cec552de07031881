using System.Text.Json.Serialization;
using PaperBot.Core.Documents;

namespace PaperBot.Storage.Documents;

/// <summary>How a document is written; names are short, because a paper has hundreds of passages.</summary>
internal sealed partial record DocumentJson(
    DocumentOrigin Origin,
    string Title,
    int? Pages,
    IReadOnlyList<DocumentJson.SectionJson> Sections,
    IReadOnlyList<DocumentJson.PassageJson> Passages
)
{
    public static DocumentJson Of(PaperDocument document) =>
        new(
            document.Origin,
            document.Title,
            document.Pages,
            [.. document.Sections.Select(s => new SectionJson(s.Number, s.Title, s.Level, s.Anchor))],
            [.. document.Passages.Select(p => new PassageJson(p.Key, p.Section, p.Kind, p.Text, p.Page, p.Anchor))]
        );

    public PaperDocument ToDocument(DocumentId id, DateTimeOffset readAt) =>
        new()
        {
            Id = id,
            Origin = Origin,
            Title = Title,
            Pages = Pages,
            ReadAt = readAt,
            Sections = [.. Sections.Select(s => new DocumentSection(s.Number, s.Title, s.Level, s.Anchor))],
            Passages =
            [
                .. Passages.Select(p => new Passage(p.Key, p.Section, p.Kind, p.Text)
                {
                    Page = p.Page,
                    Anchor = p.Anchor,
                }),
            ],
        };

    internal sealed record SectionJson(
        [property: JsonPropertyName("n")] string? Number,
        [property: JsonPropertyName("t")] string Title,
        [property: JsonPropertyName("l")] int Level,
        [property: JsonPropertyName("a")] string? Anchor
    );

    internal sealed record PassageJson(
        [property: JsonPropertyName("k")] string Key,
        [property: JsonPropertyName("s")] int Section,
        [property: JsonPropertyName("c")] PassageKind Kind,
        [property: JsonPropertyName("t")] string Text,
        [property: JsonPropertyName("p")] int? Page,
        [property: JsonPropertyName("a")] string? Anchor
    );

    [JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonSerializable(typeof(DocumentJson))]
    internal sealed partial class Context : JsonSerializerContext;
}
