namespace PaperBot.Testing.Arxiv;

/// <summary>A request that reached the simulator.</summary>
/// <param name="At">When, by the simulator's clock.</param>
/// <param name="Path">Path and query, decoded.</param>
/// <param name="Accept">What it accepts; null when the header is missing.</param>
/// <param name="UserAgent">Who it says it is.</param>
/// <param name="Fault">What was done to it; null when it was answered well.</param>
public sealed record ArxivArrival(DateTimeOffset At, string Path, string? Accept, string? UserAgent, string? Fault);
