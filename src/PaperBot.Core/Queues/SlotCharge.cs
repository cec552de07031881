namespace PaperBot.Core.Queues;

/// <summary>What one start costs against one limit of an upstream (GCRA, virtual scheduling).</summary>
/// <param name="Limit">The limit's name: <c>requests</c>, <c>tokens</c>.</param>
/// <param name="Cost">Units that this start uses; 0 or more.</param>
/// <param name="PerUnit">The time that one unit takes to come back: 3 s for one request per 3 s.</param>
/// <param name="Burst">Units that may be used at once after a rest; at least 1. 1 means strict spacing.</param>
public sealed record SlotCharge(string Limit, double Cost, TimeSpan PerUnit, double Burst = 1);
