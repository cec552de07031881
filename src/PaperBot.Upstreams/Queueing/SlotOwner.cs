namespace PaperBot.Upstreams.Queueing;

/// <summary>This process, as leases name it: for people who read the table; fencing does not rest on it.</summary>
internal sealed record SlotOwner(string Name)
{
    public static SlotOwner ThisProcess() =>
        new($"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}");
}
