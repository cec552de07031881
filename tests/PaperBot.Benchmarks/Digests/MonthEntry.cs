using PaperBot.Testing.Arxiv;

namespace PaperBot.Benchmarks.Digests;

/// <summary>A paper in the list of a day.</summary>
internal sealed record MonthEntry(
    DateOnly Day,
    SimulatedPaper Paper,
    SimulatedAction Action = SimulatedAction.New,
    string? CrossedTo = null,
    DateTimeOffset? ListedFrom = null
);
