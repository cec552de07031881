using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace PaperBot.Platforms.WeChat.WeCom.Connection;

/// <summary>
/// One connection: subscribes, keeps the heartbeat, matches acknowledgements with what they confirm, and hands on what
/// people do.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "Callers may still stand in the door; neither holds a handle.")]
internal sealed class WeComConnection(IWeComSocket socket, TimeProvider time, Action<WeComFrame> received)
{
    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(30);
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>So many heartbeats may stay without an answer.</summary>
    public const int MostMissed = 2;

    private readonly ConcurrentDictionary<string, TaskCompletionSource<WeComFrame>> _waiting = new();
    private readonly CancellationTokenSource _over = new();
    private readonly SemaphoreSlim _writing = new(1);
    private long _number;

    /// <summary>The code with which the subscription was refused.</summary>
    public int RefusedWith { get; private set; }

    /// <summary>Ends it; whoever waits for an acknowledgement learns that none will come.</summary>
    public void End()
    {
        _over.Cancel();
        foreach (var waiting in _waiting.Values)
            waiting.TrySetException(new WeComLostException(wasSent: true));
    }

    /// <summary>Runs until the connection ends.</summary>
    /// <param name="body">What is subscribed with.</param>
    /// <param name="subscribed">Called when WeCom has accepted the bot.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<ConnectionEnd> RunAsync(JsonObject body, Action subscribed, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _over.Token);
        var reading = ReadAsync(stop.Token);
        var living = LiveAsync(body, subscribed, stop.Token);
        try
        {
            return await await Task.WhenAny(reading, living);
        }
        catch (Exception e) when (e is IOException or TimeoutException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return ConnectionEnd.Lost;
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll((Task)reading, living).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Sends a frame and waits for its acknowledgement. One at a time for each request id.</summary>
    /// <exception cref="WeComLostException">The connection broke, or no acknowledgement came in time.</exception>
    public async Task<WeComFrame> CallAsync(
        string command,
        string requestId,
        JsonObject? body,
        CancellationToken cancellationToken
    )
    {
        var waiting = new TaskCompletionSource<WeComFrame>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (_over.IsCancellationRequested || !_waiting.TryAdd(requestId, waiting))
            throw new WeComLostException(wasSent: false);
        try
        {
            await SendAsync(WeComFrame.Write(command, requestId, body), cancellationToken);
            return await waiting.Task.WaitAsync(Patience, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw new WeComLostException(wasSent: true);
        }
        finally
        {
            _waiting.TryRemove(requestId, out _);
        }
    }

    public string NextId(string command) =>
        FormattableString.Invariant(
            $"{command}_{time.GetUtcNow().ToUnixTimeMilliseconds()}_{Interlocked.Increment(ref _number)}"
        );

    private async Task<ConnectionEnd> LiveAsync(JsonObject body, Action subscribed, CancellationToken cancellationToken)
    {
        var answer = await CallAsync(WeComCommands.Subscribe, NextId(WeComCommands.Subscribe), body, cancellationToken);
        if (answer.ErrorCode is not 0)
        {
            RefusedWith = answer.ErrorCode ?? WeComErrors.Busy;
            return WeComErrors.IsTransient(RefusedWith) ? ConnectionEnd.Lost : ConnectionEnd.Refused;
        }
        subscribed();
        for (var missed = 0; missed < MostMissed; )
        {
            await Task.Delay(Heartbeat, time, cancellationToken);
            try
            {
                await CallAsync(WeComCommands.Ping, NextId(WeComCommands.Ping), null, cancellationToken);
                missed = 0;
            }
            catch (WeComLostException e) when (e.WasSent && !_over.IsCancellationRequested)
            {
                missed++;
            }
        }
        return ConnectionEnd.Lost;
    }

    private async Task<ConnectionEnd> ReadAsync(CancellationToken cancellationToken)
    {
        while (await socket.ReceiveAsync(cancellationToken) is { } text)
        {
            if (!WeComFrame.TryRead(text, out var frame))
                continue;
            if (frame.Command is null or "")
            {
                if (_waiting.TryGetValue(frame.RequestId, out var waiting))
                    waiting.TrySetResult(frame);
            }
            else if (IsDisplacement(frame))
                return ConnectionEnd.Displaced;
            else if (frame.Command is WeComCommands.Message or WeComCommands.Event)
                received(frame);
        }
        return ConnectionEnd.Lost;
    }

    private async Task SendAsync(string text, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            // A frame that has begun is not cut off: the connection would be lost for everybody.
            await socket.SendAsync(text, _over.Token);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            throw new WeComLostException(wasSent: true);
        }
        finally
        {
            _writing.Release();
        }
    }

    private static bool IsDisplacement(WeComFrame frame) =>
        frame.Command == WeComCommands.Event
        && frame.Body?["event"] is JsonObject happened
        && happened["eventtype"] is JsonValue kind
        && kind.TryGetValue(out string? name)
        && name == "disconnected_event";
}
