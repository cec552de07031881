using Microsoft.Extensions.Logging;
using PaperBot.Core.Digests;

namespace PaperBot.Handlers.Digests;

/// <summary>Looks at the subscriptions whose time has come and writes down what is to be posted.</summary>
internal sealed partial class DigestDesk(
    ISubscriptionStore store,
    DigestPlanner planner,
    BlogPlanner blogs,
    ILogger<DigestDesk> logger
)
{
    private const int MostAtOnce = 50;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>Plans until nothing is due.</summary>
    /// <returns>How many were looked at.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var count = 0;
        while (await store.TakeAsync(Lease, MostAtOnce, cancellationToken) is { Count: > 0 } taken)
        {
            // All at once, so that the categories that they ask for join in few requests.
            var turns = await Task.WhenAll(
                taken.Select(one =>
                    one.Settings.Blog is null
                        ? planner.PlanAsync(one, cancellationToken)
                        : blogs.PlanAsync(one, cancellationToken)
                )
            );
            foreach (var turn in turns)
                if (await store.FinishAsync(turn, cancellationToken) is { } delivery)
                    Log.Planned(logger, delivery.ToString(), turn.Post!.Matched, turn.Post.Announced);
            count += taken.Count;
        }
        return count;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "Planned {Delivery}: {Matched} of {Announced} papers.")]
        public static partial void Planned(ILogger logger, string delivery, int matched, int announced);
    }
}
