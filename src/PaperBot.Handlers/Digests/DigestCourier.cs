using Microsoft.Extensions.Logging;
using PaperBot.Core.Delivery;
using PaperBot.Core.Digests;
using PaperBot.Core.Health;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Papers;

namespace PaperBot.Handlers.Digests;

/// <summary>
/// Posts what is written down. Each attempt posts the same text under the same key, so that what was posted and not
/// recorded is seen once where the platform keeps to that.
/// </summary>
internal sealed partial class DigestCourier(
    IDigestDeliveryStore store,
    ISubscriptionStore subscriptions,
    IEnumerable<IOutbox> outboxes,
    IOwnerNotices notices,
    HostFacts host,
    TimeProvider time,
    ILogger<DigestCourier> logger
)
{
    // Enough for the pace that a platform permits, and few enough that people's own commands need not wait behind them.
    private const int MostAtOnce = 50;
    private const int MostRefusals = 3;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan RefusalPause = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan GiveUp = TimeSpan.FromDays(1);

    private readonly Dictionary<string, IOutbox> _outboxes = outboxes.ToDictionary(outbox => outbox.Platform);

    /// <summary>Whether digests can be posted on a platform.</summary>
    public bool Serves(string platform) => _outboxes.ContainsKey(platform);

    /// <summary>Under which its owner is told once that it was switched off.</summary>
    public static string NoticeOf(DigestSubscription subscription) => $"digest.{subscription.Id}";

    /// <summary>Under which its owner is told once that posts of it do not arrive.</summary>
    private static string LossOf(DigestSubscription subscription) => $"digest.{subscription.Id}.lost";

    /// <summary>Posts until nothing is due.</summary>
    /// <returns>How many attempts were made.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var count = 0;
        var running = new HashSet<Task>();
        try
        {
            while (true)
            {
                var deliveries = await store.TakeAsync(
                    host.InstanceId,
                    Lease,
                    MostAtOnce - running.Count,
                    cancellationToken
                );
                count += deliveries.Count;
                running.UnionWith(deliveries.Select(delivery => DeliverAsync(delivery, cancellationToken)));
                if (running.Count == 0)
                    return count;
                // As many as possible are under way at any time: the platform's own limiter sets the pace.
                var done = await Task.WhenAny(running);
                running.RemoveWhere(task => task.IsCompleted);
                await done;
                while (running.Count > MostAtOnce / 2)
                {
                    await await Task.WhenAny(running);
                    running.RemoveWhere(task => task.IsCompleted);
                }
            }
        }
        finally
        {
            // None is left behind, whatever happened to another.
            await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task DeliverAsync(DigestDelivery delivery, CancellationToken cancellationToken)
    {
        if (await subscriptions.FindAsync(delivery.Id.Subscription, cancellationToken) is not { } subscription)
            return;
        var settled = _outboxes.TryGetValue(subscription.Place.Id.Platform, out var outbox)
            ? Settle(
                delivery,
                await outbox.PostAsync(
                    new Destination(subscription.Place.Id)
                    {
                        Locale = Locale.Parse(subscription.Settings.Language),
                        TriedSince = delivery.Attempt > 1 ? delivery.CreatedAt : null,
                    },
                    PostJson.Read(delivery.Content).ToReply(),
                    delivery.Id.Key,
                    cancellationToken
                )
            )
            : LaterOrNever(delivery, DeliveryState.Pending, "platform", LongestPause);
        // What was shown is recorded even while the process ends.
        await store.SettleAsync(settled, host.InstanceId, CancellationToken.None);
        if (settled.State == DeliveryState.Sent)
            await notices.ForgetAsync(subscription.Place, LossOf(subscription), cancellationToken);
        else if (settled.State is DeliveryState.Failed or DeliveryState.Rejected)
            await TellAsync(subscription, settled, cancellationToken);
    }

    /// <summary>Nothing fails in silence: where the place refuses for good, it is switched off as well.</summary>
    private async Task TellAsync(
        DigestSubscription subscription,
        DigestDelivery failed,
        CancellationToken cancellationToken
    )
    {
        var categories = MarkdownText.Escape(subscription.Settings.Categories);
        if (failed.Reason is nameof(DeliveryFailure.Forbidden) or nameof(DeliveryFailure.Gone))
        {
            Log.SwitchedOff(logger, subscription.Id, failed.Reason);
            var off = subscription with { State = DigestState.Refused };
            await subscriptions.ChangeAsync(off, CancellationToken.None);
            await notices.TellAsync(
                subscription.Place,
                NoticeOf(subscription),
                Message.Of(
                    $"digest.notice.{failed.Reason.ToLowerInvariant()}",
                    ("categories", categories),
                    ("id", subscription.Id)
                ),
                cancellationToken
            );
            return;
        }
        Log.GivenUp(logger, failed.Id.ToString(), failed.Reason);
        await notices.TellAsync(
            subscription.Place,
            LossOf(subscription),
            Message.Of(
                subscription.Settings.Blog is null ? "digest.notice.lost" : "digest.notice.lost.blog",
                ("categories", categories),
                ("source", MarkdownText.Escape(subscription.Settings.Blog ?? "")),
                ("id", subscription.Id),
                ("day", DayName.Of(failed.Id.Day))
            ),
            cancellationToken
        );
    }

    private DigestDelivery Settle(DigestDelivery delivery, DeliveryResult result)
    {
        switch (result)
        {
            case DeliveryResult.Sent sent:
                return delivery with { State = DeliveryState.Sent, MessageId = sent.MessageId, Reason = null };
            case DeliveryResult.Failed { Reason: DeliveryFailure.Rejected }:
                return Ended(delivery, DeliveryState.Rejected, nameof(DeliveryFailure.Rejected));
            case DeliveryResult.Failed { Reason: DeliveryFailure.Gone }:
                return Ended(delivery, DeliveryState.Failed, nameof(DeliveryFailure.Gone));
            case DeliveryResult.Failed { Reason: DeliveryFailure.Forbidden }:
                return delivery.Attempt >= MostRefusals
                    ? Ended(delivery, DeliveryState.Failed, nameof(DeliveryFailure.Forbidden))
                    : Later(delivery, DeliveryState.Pending, nameof(DeliveryFailure.Forbidden), RefusalPause);
            case DeliveryResult.Failed failed:
                return LaterOrNever(
                    delivery,
                    DeliveryState.Pending,
                    nameof(DeliveryFailure.Unavailable),
                    failed.RetryAt - time.GetUtcNow() is { } asked && asked > FirstPause
                        ? asked
                        : Pause(delivery.Attempt)
                );
            default:
                return LaterOrNever(delivery, DeliveryState.Unknown, "unknown", Pause(delivery.Attempt));
        }
    }

    private static DigestDelivery Ended(DigestDelivery delivery, DeliveryState state, string reason) =>
        delivery with
        {
            State = state,
            Reason = reason,
        };

    private DigestDelivery Later(DigestDelivery delivery, DeliveryState state, string reason, TimeSpan pause) =>
        delivery with
        {
            State = state,
            Reason = reason,
            NextAt = time.GetUtcNow() + pause,
        };

    private DigestDelivery LaterOrNever(DigestDelivery delivery, DeliveryState state, string reason, TimeSpan pause) =>
        time.GetUtcNow() - delivery.CreatedAt > GiveUp
            ? Ended(delivery, DeliveryState.Failed, reason)
            : Later(delivery, state, reason, pause);

    private static TimeSpan Pause(int attempt)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(attempt - 1, 10));
        return pause < LongestPause ? pause : LongestPause;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The digest {Subscription} is switched off: {Reason}.")]
        public static partial void SwitchedOff(ILogger logger, string subscription, string reason);

        [LoggerMessage(2, LogLevel.Warning, "{Delivery} is given up: {Reason}.")]
        public static partial void GivenUp(ILogger logger, string delivery, string? reason);
    }
}
