using PaperBot.Core.Queues;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Routing;

namespace PaperBot.Handlers.Status;

/// <summary>How one queue stands, in words.</summary>
internal sealed class QueueLines(ITexts texts, ErrorWords words)
{
    public Card Card(QueueStatus queue, Locale locale)
    {
        string?[] lines =
        [
            texts.Get(
                locale,
                "status.queue.depth",
                ("waiting", queue.Waiting),
                ("capacity", queue.Capacity),
                ("underWay", queue.UnderWay)
            ),
            texts.Get(locale, "status.queue.pace", ("pace", queue.Pace.TotalSeconds)),
            queue.ExpectedWait is { } wait ? texts.Get(locale, "status.queue.wait", ("wait", wait)) : null,
            Door(queue, locale),
            LastError(queue, locale),
            texts.Get(
                locale,
                "status.queue.counts",
                ("attempts", queue.Attempts),
                ("throttled", queue.Throttled),
                ("rebuilds", queue.Rebuilds),
                ("utilisation", queue.Utilisation)
            ),
        ];
        return new Card("queue:" + queue.Name)
        {
            Title = queue.Name,
            Markdown = string.Join('\n', lines.Where(line => line is not null).Select(line => "- " + line)),
        };
    }

    private string Door(QueueStatus queue, Locale locale) =>
        queue switch
        {
            { Breaker: BreakerState.Closed } => texts.Get(locale, "status.queue.closed"),
            { Breaker: BreakerState.HalfOpen } => texts.Get(locale, "status.queue.half"),
            { OpensAt: { } at } => texts.Get(locale, "status.queue.open.until", ("at", at)),
            _ => texts.Get(locale, "status.queue.open"),
        };

    private string LastError(QueueStatus queue, Locale locale) =>
        queue is { LastError: { } error, LastErrorAt: { } at }
            ? texts.Get(
                locale,
                "status.queue.error",
                ("error", words.Text(error with { RetryAt = null }, locale)),
                ("at", at)
            )
            : texts.Get(locale, "status.queue.noerror");
}
