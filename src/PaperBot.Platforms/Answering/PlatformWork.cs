using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PaperBot.Platforms.Answering;

/// <summary>
/// What is being done about a platform's events, off the loop that receives them. At shutdown what is nearly done may
/// finish; the rest was written down and is resumed at the next start.
/// </summary>
internal abstract partial class PlatformWork(TimeProvider time, ILogger logger) : IHostedService, IDisposable
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

    public void Dispose()
    {
        _stopping.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>True for what the platform refuses or cannot take now, as opposed to a mistake of ours.</summary>
    protected abstract bool IsRefusal(Exception exception);

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
        catch (Exception e) when (IsRefusal(e))
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

        [LoggerMessage(3, LogLevel.Warning, "The platform refused an answer: {What}.")]
        public static partial void Refused(ILogger logger, string what, Exception exception);

        [LoggerMessage(4, LogLevel.Error, "An event could not be dealt with: {What}.")]
        public static partial void Failed(ILogger logger, string what, Exception exception);
    }
}
