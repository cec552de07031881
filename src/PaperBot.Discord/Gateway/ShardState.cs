namespace PaperBot.Discord;

/// <summary>What a shard is doing.</summary>
public enum ShardState
{
    /// <summary>Waiting for its turn to begin a session, or for the next attempt.</summary>
    Waiting,

    /// <summary>On its way to the gateway.</summary>
    Connecting,

    /// <summary>Connected, before READY or RESUMED.</summary>
    Opening,

    /// <summary>Receiving events.</summary>
    Ready,

    /// <summary>Not running.</summary>
    Stopped,
}
