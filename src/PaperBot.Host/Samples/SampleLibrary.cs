using System.Text.Json;
using PaperBot.Core.Documents;
using PaperBot.Core.Papers;

namespace PaperBot.Host.Samples;

/// <summary>Reads the starter library that lies beside the program and puts it into the store.</summary>
internal sealed class SampleLibrary(IPaperStore papers, IDocumentStore documents, SampleArticles? articles = null)
    : ISampleLibrary
{
    /// <summary>Where the file is copied to.</summary>
    public static string File { get; } = Path.Combine(AppContext.BaseDirectory, "samples", "papers.json");

    public async Task<int> LoadAsync(CancellationToken cancellationToken)
    {
        var samples = await ReadAsync(cancellationToken);
        var demonstration = await DemonstrationPaper.ReadAsync(cancellationToken);
        await papers.SaveAsync(
            [.. samples.Append(demonstration.Paper).Select(sample => sample.ToStored())],
            cancellationToken
        );
        await documents.SaveAsync(demonstration.ToDocument(), cancellationToken);
        if (articles is not null)
            await articles.LoadAsync(cancellationToken);
        return samples.Length + 1;
    }

    /// <summary>The file's papers.</summary>
    public static async Task<SamplePaper[]> ReadAsync(CancellationToken cancellationToken)
    {
        await using var file = System.IO.File.OpenRead(File);
        return await JsonSerializer.DeserializeAsync(file, SamplePaper.Json.Default.SamplePaperArray, cancellationToken)
            ?? [];
    }
}
