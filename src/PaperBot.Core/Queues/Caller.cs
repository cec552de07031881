using PaperBot.Core.Identity;
using PaperBot.Core.Progress;

namespace PaperBot.Core.Queues;

/// <summary>Who wants something from an upstream: what order, fairness and progress go by.</summary>
/// <param name="Requester">Whose turn it takes in the round robin inside a class: a person's id, or a job's name.</param>
/// <param name="Urgency">The class.</param>
/// <param name="Progress">Who hears about position and expected wait.</param>
public sealed record Caller(string Requester, Urgency Urgency, IProgressSink Progress)
{
    /// <summary>Where the person asks, the outermost place; null for jobs. What is paid for is charged to it too.</summary>
    public PlaceId? Place { get; init; }

    /// <summary>A job of the bot's own that nobody watches.</summary>
    public static Caller Job(string name, Urgency urgency = Urgency.Background) =>
        new(name, urgency, NoProgress.Instance);
}
