using System.Text.Json;
using System.Text.Json.Serialization;
using PaperBot.Core.Documents;

namespace PaperBot.Host.Samples;

/// <summary>The demonstration paper of <c>--samples</c>, with its text, as <c>samples/demonstration.json</c> holds it.</summary>
internal sealed partial record DemonstrationPaper(
    SamplePaper Paper,
    int Pages,
    IReadOnlyList<DemonstrationPaper.Section> Sections
)
{
    /// <summary>Where the file is copied to.</summary>
    public static string File { get; } = Path.Combine(AppContext.BaseDirectory, "samples", "demonstration.json");

    /// <summary>The file's paper.</summary>
    public static async Task<DemonstrationPaper> ReadAsync(CancellationToken cancellationToken)
    {
        await using var file = System.IO.File.OpenRead(File);
        return (
            await JsonSerializer.DeserializeAsync(file, DemonstrationJson.Default.DemonstrationPaper, cancellationToken)
        )!;
    }

    /// <summary>Its text, cut as every paper's is.</summary>
    public PaperDocument ToDocument()
    {
        var builder = new DocumentBuilder();
        foreach (var section in Sections)
        {
            if (section.Level > 0)
                builder.Add(new DocumentSection(section.Number, section.Title, section.Level));
            foreach (var part in section.Parts)
                builder.Add(new DocumentPart(part.Kind, part.Text) { Pages = [(0, part.Page)] });
        }
        var stored = Paper.ToStored();
        var id = DocumentId.Of(stored.Paper.VersionedId);
        return builder.Build(id, DocumentOrigin.Sample, Paper.Title, stored.FetchedAt)! with { Pages = Pages };
    }

    internal sealed record Section(string? Number, string Title, int Level, IReadOnlyList<Part> Parts);

    internal sealed record Part(PassageKind Kind, int Page, string Text);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
    [JsonSerializable(typeof(DemonstrationPaper))]
    private sealed partial class DemonstrationJson : JsonSerializerContext;
}
