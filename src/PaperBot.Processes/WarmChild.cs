using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Logging;

namespace PaperBot.Processes;

/// <summary>
/// A program that says a line when it is ready and then answers one line with one line. It is started by the first call,
/// killed when an answer takes too long, started again by the next call, and stopped after a while without work. Calls
/// take turns.
/// </summary>
internal sealed partial class WarmChild(
    string program,
    IReadOnlyList<string> arguments,
    TimeSpan timeout,
    TimeSpan idleStop,
    TimeProvider time,
    ILogger logger
) : IAsyncDisposable
{
    private const int LongestAnswer = 8 * 1024 * 1024;

    // Processor seconds over its whole life; the wall clock bounds each single answer.
    private const int LifetimeSeconds = 3_600;

    // A busy or slow machine reads a program from its disk for many seconds; that is no fault of the first question.
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly SemaphoreSlim _turn = new(1);
    private Process? _process;
    private ITimer? _idle;

    /// <summary>The running process's id, or null; for tests that kill it.</summary>
    public int? ProcessId => _process is { HasExited: false } process ? process.Id : null;

    public async Task<string> AskAsync(string line, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            // One that died while idle is replaced unseen; one that dies under this call is this call's answer.
            var process = await RunningAsync(cancellationToken);
            return await ExchangeAsync(process, line, timeout, cancellationToken);
        }
        finally
        {
            _idle?.Dispose();
            _idle = time.CreateTimer(_ => StopIfIdle(), null, idleStop, Timeout.InfiniteTimeSpan);
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync();
        _idle?.Dispose();
        Stop();
        _turn.Dispose();
    }

    private async Task<Process> RunningAsync(CancellationToken cancellationToken)
    {
        if (_process is { HasExited: false } running)
            return running;
        Stop();
        _process = ChildStart.Start(program, arguments, addressSpaceMegabytes: 0, LifetimeSeconds);
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        Log.Started(logger, program);
        await ExchangeAsync(_process, "", StartLimit, cancellationToken);
        return _process;
    }

    // An empty line asks for nothing: a program that has just started says by itself that it is ready.
    private async Task<string> ExchangeAsync(
        Process process,
        string line,
        TimeSpan longest,
        CancellationToken cancellationToken
    )
    {
        using var limit = new CancellationTokenSource(longest, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            if (line.Length > 0)
            {
                await process.StandardInput.BaseStream.WriteAsync(Encoding.UTF8.GetBytes(line + "\n"), both.Token);
                await process.StandardInput.BaseStream.FlushAsync(both.Token);
            }

            var answer = await process.StandardOutput.ReadLineAsync(both.Token);
            if (answer is { Length: <= LongestAnswer })
                return answer;
            throw await EndedAsync(process, both.Token);
        }
        catch (IOException)
        {
            var ended = await EndedAsync(process, both.Token);
            Stop();
            throw ended;
        }
        catch (Exception e) when (e is OperationCanceledException or ChildException)
        {
            // The answer that is still to come would be taken for the next call's.
            Stop();
            if (e is ChildException || cancellationToken.IsCancellationRequested)
                throw;
            Log.TooSlow(logger, program, longest);
            throw new ChildException(ChildFailure.TooSlow, $"{program} took longer than {longest}.", e);
        }
    }

    private async Task<ChildException> EndedAsync(Process process, CancellationToken cancellationToken)
    {
        ChildStart.Kill(process);
        await process.WaitForExitAsync(cancellationToken);
        var missing = process.ExitCode is ChildStart.NotFound;
        return new ChildException(
            missing ? ChildFailure.Missing : ChildFailure.Died,
            $"{program} ended with {process.ExitCode} instead of an answer."
        );
    }

    private void StopIfIdle()
    {
        if (!_turn.Wait(0))
            return;
        try
        {
            Stop();
        }
        finally
        {
            _turn.Release();
        }
    }

    private void Stop()
    {
        if (_process is not { } process)
            return;
        _process = null;
        ChildStart.Kill(process);
        process.Dispose();
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Started {Program}.")]
        public static partial void Started(ILogger logger, string program);

        [LoggerMessage(2, LogLevel.Warning, "Killed {Program}: no answer within {Timeout}.")]
        public static partial void TooSlow(ILogger logger, string program, TimeSpan timeout);
    }
}
