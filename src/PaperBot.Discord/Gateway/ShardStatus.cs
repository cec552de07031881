namespace PaperBot.Discord;

/// <summary>How a shard is doing.</summary>
/// <param name="Shard">Its number.</param>
/// <param name="State">What it does.</param>
/// <param name="Latency">From the last heartbeat to its acknowledgement.</param>
/// <param name="Connections">Connections opened since the start.</param>
/// <param name="Identifies">Sessions begun since the start.</param>
/// <param name="Resumes">Sessions gone on with since the start.</param>
/// <param name="LastEnd">Why the last connection ended: a close code, or a word.</param>
public sealed record ShardStatus(
    int Shard,
    ShardState State,
    TimeSpan? Latency,
    long Connections,
    long Identifies,
    long Resumes,
    string? LastEnd
);
