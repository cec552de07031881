using System.Collections.Concurrent;

namespace PaperBot.Testing.Discord;

/// <summary>What the bot did, and what it did wrong.</summary>
public sealed class SimulatorLog
{
    /// <summary>Requests in the order of their arrival.</summary>
    public ConcurrentQueue<LoggedRequest> Requests { get; } = new();

    /// <summary>What Discord's descriptions forbid, unknown properties among them.</summary>
    public ConcurrentQueue<string> Violations { get; } = new();

    /// <summary>Sessions that the bot began.</summary>
    public ConcurrentQueue<DateTimeOffset> Identifies { get; } = new();

    /// <summary>Sessions that the bot went on with.</summary>
    public ConcurrentQueue<DateTimeOffset> Resumes { get; } = new();

    /// <summary>Answers of 429 by their scope.</summary>
    public int RateLimited(string scope) => Requests.Count(r => r.Status == 429 && r.Scope == scope);
}
