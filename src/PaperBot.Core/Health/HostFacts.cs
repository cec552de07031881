namespace PaperBot.Core.Health;

/// <summary>Facts about this process.</summary>
/// <param name="Version">The bot's version.</param>
/// <param name="StartedAt">When the process started.</param>
/// <param name="InstanceId">Names this process in leases; new at every start.</param>
public sealed record HostFacts(string Version, DateTimeOffset StartedAt, string InstanceId);
