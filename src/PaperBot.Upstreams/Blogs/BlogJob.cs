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

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var running = new Dictionary<string, Task>(StringComparer.Ordinal);
        while (!stoppingToken.IsCancellationRequested)
        {
            foreach (var (name, done) in running.Where(pair => pair.Value.IsCompleted).ToList())
            {
                running.Remove(name);
                // What nobody expects is not hidden: it ends the job, and the host with it.
                await done;
            }
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
        catch (StorageException exception)
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
        catch (Exception exception) when (IsOfTheBlog(exception))
        {
            Log.Later(logger, source.Name, exception);
        }
    }

    // The store is away, or the blog's texts are such as no parser foresaw.
    private static bool IsOfTheBlog(Exception exception) =>
        exception
            is StorageException
                or IOException
                or HttpRequestException
                or ArgumentException
                or FormatException
                or InvalidOperationException
                or System.Xml.XmlException
                or System.Text.Json.JsonException;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Reading {Source} goes on later.")]
        public static partial void Later(ILogger logger, string source, Exception exception);
    }
}
