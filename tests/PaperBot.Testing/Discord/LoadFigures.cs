using System.Globalization;

namespace PaperBot.Testing.Discord;

/// <summary>What a load showed.</summary>
/// <param name="Sent">Interactions.</param>
/// <param name="Waits">From an interaction to its first answer, sorted; of those that were answered.</param>
/// <param name="Took">All of it.</param>
public sealed record LoadFigures(int Sent, IReadOnlyList<TimeSpan> Waits, TimeSpan Took)
{
    public int Answered => Waits.Count;

    public double PerSecond => Answered / Took.TotalSeconds;

    public TimeSpan Longest => Waits.Count == 0 ? TimeSpan.Zero : Waits[^1];

    /// <summary>The wait that this share of the answers did not exceed.</summary>
    public TimeSpan Percentile(double share) =>
        Waits.Count == 0 ? TimeSpan.Zero : Waits[Math.Min(Waits.Count - 1, (int)(share * Waits.Count))];

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Answered} of {Sent} answered at {PerSecond:0} a second; wait median {Percentile(0.5).TotalMilliseconds:0.0} ms, "
                + $"p99 {Percentile(0.99).TotalMilliseconds:0.0} ms, longest {Longest.TotalMilliseconds:0} ms"
        );
}
