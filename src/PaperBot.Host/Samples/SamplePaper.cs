using System.Text.Json.Serialization;
using PaperBot.Core.Papers;

namespace PaperBot.Host.Samples;

/// <summary>A paper as <c>samples/papers.json</c> writes it; fields that are not known are absent.</summary>
internal sealed partial record SamplePaper(
    string Id,
    int? Version,
    string Title,
    string Summary,
    IReadOnlyList<string> Authors,
    IReadOnlyList<string> Categories,
    DateOnly Submitted,
    DateOnly? Updated,
    string? Comment,
    string? Doi
)
{
    /// <summary>The record as the store keeps it: always older than any that arXiv gives.</summary>
    public StoredPaper ToStored() =>
        new(
            new Paper
            {
                Id = ArxivId.Parse(Id),
                Version = Version,
                Title = Title,
                Abstract = Summary,
                Authors = [.. Authors.Select(name => new Author(name))],
                PrimaryCategory = Categories[0],
                Categories = Categories,
                SubmittedAt = Midnight(Submitted),
                UpdatedAt = Updated is { } updated ? Midnight(updated) : null,
                Comment = Comment,
                Doi = Doi,
            },
            PaperOrigin.Sample,
            DateTimeOffset.UnixEpoch
        );

    private static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    /// <summary>How the file is read.</summary>
    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(SamplePaper[]))]
    internal sealed partial class Json : JsonSerializerContext;
}
