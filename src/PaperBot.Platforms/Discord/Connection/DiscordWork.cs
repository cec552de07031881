using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PaperBot.Discord;

namespace PaperBot.Platforms.Discord.Connection;

/// <summary>
/// What is being done about events, off the gateway's loop. At shutdown what is nearly done may finish; the rest was
/// written down and is resumed at the next start.
/// </summary>
internal sealed partial class DiscordWork(TimeProvider time, ILogger<DiscordWork> logger) : IHostedService, IDisposable
{
    public const int MostRunning = 5_000;

    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _stopping = new();
    private readonly RunningTasks _running = new();
    private int _count;

    /// <summary>Begins something.</summary>
    /// <param name="what">For the log: what kind of event.</param>
    /// <param name="work">What is done.</param>
    /// <returns>False when too much is being done already, or the bot ends.</returns>
    public bool TryBegin(string what, Func<CancellationToken, Task> work)
    {
        if (_stopping.IsCancellationRequested || Interlocked.Increment(ref _count) > MostRunning)
        {
            Interlocked.Decrement(ref _count);
            Log.Full(logger, what);
            return false;
        }
        _running.Add(Task.Run(() => RunAsync(what, work), CancellationToken.None));
        return true;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAny(_running.All, Task.Delay(Drain, time, cancellationToken));
        await _stopping.CancelAsync();
        await _running.All;
    }

    public void Dispose() => _stopping.Dispose();

    [SuppressMessage("Design", "CA1031", Justification = "A worker: what fails here is logged, and the bot goes on.")]
    private async Task RunAsync(string what, Func<CancellationToken, Task> work)
    {
        try
        {
            await work(_stopping.Token);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            Log.Left(logger, what);
        }
        catch (DiscordException e)
        {
            Log.Refused(logger, what, e);
        }
        catch (Exception e)
        {
            Log.Failed(logger, what, e);
        }
        finally
        {
            Interlocked.Decrement(ref _count);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Too much is being done at once; this event is dropped: {What}.")]
        public static partial void Full(ILogger logger, string what);

        [LoggerMessage(2, LogLevel.Information, "Left for the next start: {What}.")]
        public static partial void Left(ILogger logger, string what);

        [LoggerMessage(3, LogLevel.Warning, "Discord refused an answer: {What}.")]
        public static partial void Refused(ILogger logger, string what, Exception exception);

        [LoggerMessage(4, LogLevel.Error, "An event of Discord could not be dealt with: {What}.")]
        public static partial void Failed(ILogger logger, string what, Exception exception);
    }
}
