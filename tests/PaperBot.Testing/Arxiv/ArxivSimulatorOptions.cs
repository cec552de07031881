namespace PaperBot.Testing.Arxiv;

/// <summary>How a simulator is set up.</summary>
public sealed record ArxivSimulatorOptions
{
    /// <summary>The papers. Default: invented ones.</summary>
    public ArxivCorpus Corpus { get; init; } = InventedPapers.Corpus();

    /// <summary>The clock. Default the machine's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How the query API answers.</summary>
    public AtomGeneration Generation { get; init; }

    /// <summary>From when on the query API has a paper; null, the default: it has all of them.</summary>
    public Func<SimulatedPaper, DateTimeOffset>? InApiFrom { get; init; }

    /// <summary>The port on loopback. Default 0: any that is free.</summary>
    public int Port { get; init; }

    /// <summary>How long a good answer takes.</summary>
    public TimeSpan Latency { get; init; }
}
