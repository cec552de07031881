using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PaperBot.Core.Articles;
using PaperBot.Core.Outcomes;

namespace PaperBot.Upstreams.Blogs;

/// <summary>Reads the sources on their schedule, each in a turn of its own; hosts of different blogs do not wait for each other.</summary>
internal sealed partial class BlogJob(
    ConfiguredBlogs configured,
    SourceReading reading,
    IBlogStore store,
    BlogWake wake,
    TimeProvider time,
    ILogger<BlogJob> logger
) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var running = new Dictionary<string, Task>(StringComparer.Ordinal);
        while (!stoppingToken.IsCancellationRequested)
        {
            // A turn ends well whatever happens in it.
            foreach (var name in running.Where(pair => pair.Value.IsCompleted).Select(pair => pair.Key).ToList())
                running.Remove(name);
            foreach (var source in await SourcesAsync(stoppingToken))
                if (!running.ContainsKey(source.Name))
                    running[source.Name] = TurnAsync(source, stoppingToken);
            await wake.WaitAsync(Look, time, stoppingToken);
        }
        await Task.WhenAll(running.Values);
    }

    private async Task<IReadOnlyList<BlogSource>> SourcesAsync(CancellationToken cancellationToken)
    {
        try
        {
            await configured.SyncAsync(cancellationToken);
            var sources = await store.SourcesAsync(cancellationToken);
            return [.. sources.Where(source => source is { Paused: false, Origin: not BlogOrigin.Sample })];
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.Later(logger, "all blogs", exception);
            return [];
        }
    }

    private async Task TurnAsync(BlogSource source, CancellationToken cancellationToken)
    {
        try
        {
            await reading.ReadAsync(source, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The bot ends; what was read is stored.
        }
        catch (StorageException exception)
        {
            Log.Later(logger, source.Name, exception);
        }
        catch (Exception exception)
        {
            // A worker's last resort: one blog that nobody foresaw must not end the host, nor be tried without a pause.
            Log.Failed(logger, source.Name, exception);
            await TellAsync(source, exception.GetType().Name, cancellationToken);
            await Task.Delay(Pause, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Whoever looks at the blog's state sees that it could not be read.</summary>
    private async Task TellAsync(BlogSource source, string reason, CancellationToken cancellationToken)
    {
        try
        {
            var sources = await store.SourcesAsync(cancellationToken);
            if (sources.FirstOrDefault(one => one.Name == source.Name) is { } now)
                await store.SaveAsync(
                    now with
                    {
                        Trouble = PageState.Failed,
                        TroubleReason = reason,
                        DueAt = time.GetUtcNow() + Pause,
                    },
                    cancellationToken
                );
        }
        catch (Exception exception) when (exception is StorageException or OperationCanceledException)
        {
            Log.Later(logger, source.Name, exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Reading {Source} goes on later.")]
        public static partial void Later(ILogger logger, string source, Exception exception);

        [LoggerMessage(
            2,
            LogLevel.Error,
            "Reading {Source} failed in a way that nobody foresaw; the next try follows."
        )]
        public static partial void Failed(ILogger logger, string source, Exception exception);
    }
}
