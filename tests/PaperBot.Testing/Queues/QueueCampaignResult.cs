using System.Globalization;

namespace PaperBot.Testing.Queues;

/// <summary>What the upstream of a <see cref="QueueCampaign"/> saw.</summary>
/// <param name="Seed">For running it again.</param>
/// <param name="Requests">Requests sent.</param>
/// <param name="Answered">Items that were answered.</param>
/// <param name="Failed">Items that failed with a reason after all their attempts.</param>
/// <param name="Elapsed">From the first request to the last.</param>
/// <param name="Silence">Of it beyond a slot under Retry-After, an own pause after a refusal, or an open breaker.</param>
/// <param name="Utilisation">Requests sent ÷ slots permitted while something waited, silence left out; pauses of the last calls count as waste.</param>
/// <param name="Reported">The queue's own figure for that.</param>
/// <param name="SmallestGap">Between two requests.</param>
/// <param name="MostAtOnce">Connections.</param>
/// <param name="Throttled">Requests that were refused for their number.</param>
internal sealed record QueueCampaignResult(
    int Seed,
    int Requests,
    int Answered,
    int Failed,
    TimeSpan Elapsed,
    TimeSpan Silence,
    double Utilisation,
    double Reported,
    TimeSpan SmallestGap,
    int MostAtOnce,
    long Throttled
)
{
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"seed {Seed}: {Requests} requests, {Answered} answered, {Failed} failed with a reason, {Throttled} refused, "
                + $"{Elapsed.TotalSeconds:F0} s ({Silence.TotalSeconds:F0} s silent), utilisation {Utilisation:P2} "
                + $"(own figure {Reported:P2}), smallest gap {SmallestGap.TotalSeconds:F3} s, {MostAtOnce} connection"
        );
}
