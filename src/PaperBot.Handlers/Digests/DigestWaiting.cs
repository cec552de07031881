using PaperBot.Core.Digests;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Papers;

namespace PaperBot.Handlers.Digests;

/// <summary>What a subscription is waiting for, in a sentence.</summary>
internal sealed class DigestWaiting(DigestClock clock, ITexts texts, TimeProvider time)
{
    /// <summary>The sentence; null when it only waits for its next time.</summary>
    public string? Of(DigestSubscription subscription, Locale locale)
    {
        var now = time.GetUtcNow();
        if (subscription.State != DigestState.Active)
            return null;
        if (subscription.DueAt > now)
            return subscription.LastDay is { } last && subscription.WakeAt < subscription.DueAt
                ? texts.Get(
                    locale,
                    "digest.waits.late",
                    ("day", DayName.Of(last)),
                    ("at", DigestClock.Word(subscription.WakeAt, subscription.Settings))
                )
                : null;
        if (subscription.WakeAt <= now)
            return texts.Get(locale, "digest.waits.now");
        var due = DigestClock.Latest(subscription.Settings, subscription.DueAt, now);
        return texts.Get(
            locale,
            "digest.waits.list",
            ("day", DayName.Of(clock.Target(subscription.Settings, due))),
            ("until", DigestClock.Word(due + DigestClock.Wait, subscription.Settings))
        );
    }
}
