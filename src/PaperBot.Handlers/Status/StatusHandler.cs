using PaperBot.Core.Commands;
using PaperBot.Core.Health;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Queues;
using PaperBot.Core.Replies;
using PaperBot.Core.Requests;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Status;

/// <summary>How the bot is: one friendly sentence, then each queue, the storage, version and uptime.</summary>
internal sealed class StatusHandler(
    IQueueMonitor queues,
    IStorageStatus storage,
    IAcceptedRequestStore requests,
    HostFacts host,
    QueueLines lines,
    ITexts texts,
    TimeProvider time
) : ICommandHandler
{
    private const double Megabyte = 1_000_000;

    public CommandSpec Spec { get; } = new("status") { Aliases = ["状态"] };

    public async Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var locale = request.Locale;
        var all = queues.Read().OrderBy(queue => queue.Name, StringComparer.Ordinal).ToList();
        var stored = await storage.ReadAsync(cancellationToken);
        var storageLine = await StorageAsync(stored, locale, cancellationToken);
        var beginning = new Card("status")
        {
            Title = texts.Get(locale, "status.title"),
            Markdown = $"{Headline(all, stored.IsOk, locale)}\n\n- {storageLine}\n- {Host(locale)}",
        };
        return Reply.Of([beginning, .. all.Select(queue => lines.Card(queue, locale))]);
    }

    private string Headline(List<QueueStatus> all, bool isStored, Locale locale)
    {
        if (!isStored)
            return texts.Get(locale, "status.storage.broken");
        if (all.Find(queue => queue.Breaker != BreakerState.Closed) is { } shut)
            return texts.Get(locale, "status.shut", ("queue", MarkdownText.Escape(shut.Name)));
        var waiting = all.Sum(queue => queue.Waiting);
        return waiting == 0 ? texts.Get(locale, "status.well") : texts.Get(locale, "status.busy", ("count", waiting));
    }

    private async Task<string> StorageAsync(Outcome<StorageStatus> stored, Locale locale, CancellationToken ct) =>
        stored.IsOk
            ? texts.Get(
                locale,
                "status.storage",
                ("engine", stored.Value.Engine),
                ("schema", stored.Value.SchemaVersion),
                ("size", stored.Value.Bytes / Megabyte),
                ("requests", await requests.CountUnfinishedAsync(ct))
            )
            : texts.Get(locale, stored.Error.Message);

    private string Host(Locale locale) =>
        texts.Get(locale, "status.host", ("version", host.Version), ("uptime", time.GetUtcNow() - host.StartedAt));
}
