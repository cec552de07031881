using System.Collections.Concurrent;

namespace PaperBot.Testing.WeChat.Official;

/// <summary>What goes wrong on demand at the simulated account.</summary>
public sealed class OfficialFaults
{
    /// <summary>Codes with which the next calls of the interface are refused, in order; tokens are not counted.</summary>
    public ConcurrentQueue<int> Refusals { get; } = [];

    /// <summary>The address that the account's list does not have: tokens are refused with 40164.</summary>
    public string? StrangeAddress { get; set; }

    /// <summary>The interface does not answer.</summary>
    public bool IsDown { get; set; }

    /// <summary>Messages are shown to the person, and the interface does not say so.</summary>
    public bool IsMute { get; set; }

    /// <summary>Called when an answer to a push was read, before it is shown.</summary>
    public Action? AfterAnswer { get; set; }
}
