namespace PaperBot.Core.Queues;

/// <summary>The state of the door in front of an upstream.</summary>
public enum BreakerState
{
    /// <summary>Calls pass.</summary>
    Closed,

    /// <summary>Nothing is sent.</summary>
    Open,

    /// <summary>One call is let through to see.</summary>
    HalfOpen,
}
