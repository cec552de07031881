using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting;
using PaperBot.Core.Conversations;
using PaperBot.Core.Identity;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Texts;
using PaperBot.Markdown;
using PaperBot.Platforms.Progress;
using PaperBot.Platforms.Web.Chat;
using PaperBot.Platforms.Web.Views;

namespace PaperBot.Platforms.Web.Endpoints;

/// <summary>
/// What happens in a chat, as server-sent events. An event's id is a change of the transcript, so a page that
/// reconnects reads on from the last one that it has seen; progress has no id and is told anew.
/// </summary>
internal sealed class EventsEndpoint(
    ITranscriptStore store,
    ChatHub hub,
    ChatRunner runner,
    TurnRenderer renderer,
    ProgressWords words,
    Problems problems,
    IHostApplicationLifetime lifetime,
    TimeProvider time
)
{
    private const int Batch = 50;

    /// <summary>Longer than the router takes to notice that a process has died (<c>Requests:Lease</c>).</summary>
    private static readonly TimeSpan Forgotten = TimeSpan.FromSeconds(60);

    /// <summary>At most so often is anything written, whatever happens.</summary>
    public static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(200);

    /// <summary>At least so often: a sign of life, and a look for what another process has written.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    public async Task GetAsync(HttpContext context)
    {
        if (VisitorFilter.ChatOf(context) is not { } chat)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        using var watcher = hub.Watch(chat);
        if (watcher is null)
        {
            await problems.Of(context, StatusCodes.Status503ServiceUnavailable, "web.error.busy").ExecuteAsync(context);
            return;
        }
        context.Response.ContentType = "text/event-stream; charset=utf-8";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(
            context.RequestAborted,
            lifetime.ApplicationStopping
        );
        try
        {
            await FollowAsync(context, watcher, end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The page has gone, or the bot is going.
        }
        catch (StorageException)
        {
            // The page connects again by itself and tells its reader meanwhile.
        }
    }

    private async Task FollowAsync(HttpContext context, ChatWatcher watcher, CancellationToken cancellationToken)
    {
        var reader = PageReader.Of(context);
        var change = ChangeSeen(context.Request);
        var seen = new Dictionary<string, long>(StringComparer.Ordinal);
        long? lookedAt = null;
        await WriteAsync(context.Response, "retry: 1000\n\n", cancellationToken);
        while (true)
        {
            if (lookedAt is not { } last || time.GetElapsedTime(last) >= LongestPause)
            {
                await TakeUpAsync(watcher.Chat, cancellationToken);
                lookedAt = time.GetTimestamp();
            }
            // Progress first: whoever is not active any more has written before, and is found by the reading below.
            var progress = ProgressOf(watcher.Chat, seen, reader);
            IReadOnlyList<TranscriptEntry> entries;
            do
            {
                entries = await store.ReadAfterAsync(watcher.Chat, change, Batch, cancellationToken);
                foreach (var entry in entries)
                    await WriteAsync(context.Response, TurnEvent(entry, reader), cancellationToken);
                change = entries.Count > 0 ? entries[^1].Change : change;
            } while (entries.Count == Batch);
            await WriteAsync(context.Response, ProgressEvent(progress), cancellationToken);
            await Task.Delay(ShortestPause, time, cancellationToken);
            await watcher.WaitAsync(LongestPause, time, cancellationToken);
        }
    }

    /// <summary>
    /// Questions that were written down and then forgotten in a crash, before the router knew them. Those that it knew
    /// it resumes by itself, and is given the time to.
    /// </summary>
    private async Task TakeUpAsync(ConversationId chat, CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - Forgotten;
        foreach (var entry in await store.ReadLatestAsync(chat, null, Batch, cancellationToken))
            if (
                entry.Kind == TurnKind.Asked
                && entry.At < before
                && ChatTranscript.Read(entry) is { Text: { } text } turn
            )
                runner.TryTake(chat, entry.Id, text, new ReplyAddress(entry.Id, false), Locale.Parse(turn.Locale));
    }

    private ProgressView ProgressOf(ConversationId chat, Dictionary<string, long> seen, Reader reader)
    {
        var active = hub.Active(chat);
        var changed = new List<TurnProgress>();
        foreach (var request in active)
        {
            var (version, step, partial) = request.Read();
            if (seen.GetValueOrDefault(request.Id) == version)
                continue;
            seen[request.Id] = version;
            var html = partial is null ? null : renderer.RenderText(partial, reader);
            changed.Add(new TurnProgress(request.Address.Turn, words.Of(step, reader.Locale), html));
        }
        return new ProgressView([.. active.Select(request => request.Address.Turn).Distinct()], changed);
    }

    private string TurnEvent(TranscriptEntry entry, Reader reader)
    {
        var json = JsonSerializer.Serialize(renderer.Render(entry, reader), WebJson.Default.TurnView);
        return string.Create(CultureInfo.InvariantCulture, $"id: {entry.Change}\nevent: turn\ndata: {json}\n\n");
    }

    private static string ProgressEvent(ProgressView progress) =>
        $"event: progress\ndata: {JsonSerializer.Serialize(progress, WebJson.Default.ProgressView)}\n\n";

    private static async Task WriteAsync(HttpResponse response, string text, CancellationToken cancellationToken)
    {
        await response.WriteAsync(text, cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
    }

    private static long ChangeSeen(HttpRequest request)
    {
        var seen = request.Headers["Last-Event-ID"].ToString();
        var text = seen.Length > 0 ? seen : request.Query["after"].ToString();
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var change) ? change : 0;
    }
}
