using System.IO.Compression;
using PaperBot.Core.Papers;

namespace PaperBot.Testing.Arxiv;

/// <summary>The papers of the simulator.</summary>
public sealed class ArxivCorpus
{
    private readonly Dictionary<string, SimulatedPaper> _byId;

    /// <summary>A corpus of these papers; the last of several with one id counts.</summary>
    public ArxivCorpus(IEnumerable<SimulatedPaper> papers)
    {
        ArgumentNullException.ThrowIfNull(papers);
        _byId = new(StringComparer.Ordinal);
        foreach (var paper in papers)
            _byId[paper.Id.Paper] = paper;
        Papers = [.. _byId.Values];
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<SimulatedPaper> Papers { get; }

    /// <summary>The paper of an id, whichever version; null when there is none.</summary>
    public SimulatedPaper? Find(ArxivId id) => _byId.GetValueOrDefault(id.Paper);

    /// <summary>Reads JSON Lines, also packed (<c>.gz</c>): arXiv's metadata or crawls of the daily lists.</summary>
    public static ArxivCorpus Load(string path, int most = int.MaxValue)
    {
        using var file = File.OpenRead(path);
        using Stream lines = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
            ? new GZipStream(file, CompressionMode.Decompress)
            : file;
        using var reader = new StreamReader(lines);
        var papers = new List<SimulatedPaper>();
        while (papers.Count < most && reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && CorpusLine.Read(line) is { } paper)
                papers.Add(paper);
        }

        return new(papers);
    }
}
