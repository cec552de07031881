using System.Collections.Concurrent;

namespace PaperBot.Testing.WeChat.WeCom;

/// <summary>What goes wrong on demand in the simulated WeCom.</summary>
public sealed class WeComFaults
{
    /// <summary>New connections are refused.</summary>
    public bool Unreachable { get; set; }

    /// <summary>Nothing is acknowledged any more, heartbeats included.</summary>
    public bool Deaf { get; set; }

    /// <summary>Codes with which the next answers and posts are refused, in order.</summary>
    public ConcurrentQueue<int> Refusals { get; } = [];

    /// <summary>Decides for each answer or post whether the connection breaks; null: never.</summary>
    public Func<BreakPoint>? Breaks { get; set; }
}
