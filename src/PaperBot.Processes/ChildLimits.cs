namespace PaperBot.Processes;

/// <summary>What a child process may use.</summary>
/// <param name="Timeout">Wall clock and processor time.</param>
/// <param name="Megabytes">Address space; 0 leaves it to the program's own limit.</param>
/// <param name="LongestOutput">In bytes.</param>
internal sealed record ChildLimits(TimeSpan Timeout, int Megabytes, int LongestOutput);
