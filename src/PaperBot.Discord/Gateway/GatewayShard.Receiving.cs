using System.Text.Json;

namespace PaperBot.Discord.Gateway;

/// <summary>The life of one open connection.</summary>
internal sealed partial class GatewayShard
{
    /// <summary>Beats and reads until one of them ends.</summary>
    private async Task<ConnectionEnd> LiveAsync(
        GatewayConnection connection,
        Heart heart,
        TimeSpan interval,
        CancellationToken stop
    )
    {
        using var life = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var beating = heart.RunAsync(interval, life.Token);
        var reading = ReadAsync(connection, heart, life.Token);
        await Task.WhenAny(beating, reading).ConfigureAwait(false);
        var end =
            stop.IsCancellationRequested ? new ConnectionEnd(EndReason.Stopped)
            : reading.IsCompleted ? await reading.ConfigureAwait(false)
            : new ConnectionEnd(beating.IsCompletedSuccessfully ? EndReason.Zombie : EndReason.Lost);
        await life.CancelAsync().ConfigureAwait(false);
        if (end.Reason is not (EndReason.Closed or EndReason.Lost))
            await connection
                .CloseAsync(end.Reason == EndReason.Stopped ? CloseAndEndSession : CloseAndKeepSession)
                .ConfigureAwait(false);
        if (end.Reason == EndReason.Stopped)
            await Task.WhenAny(reading, Task.Delay(GoodbyeTimeout, _time, CancellationToken.None))
                .ConfigureAwait(false);
        connection.Dispose();
        await ((Task)reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await beating.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return end;
    }

    private async Task<ConnectionEnd> ReadAsync(GatewayConnection connection, Heart heart, CancellationToken life)
    {
        try
        {
            // Not cancelled by life: the goodbye is read too, and disposing the connection ends a pending read.
            while (await connection.ReadAsync(CancellationToken.None).ConfigureAwait(false) is { } payload)
            {
                switch (payload.Op)
                {
                    case GatewayOpcode.Dispatch:
                        await DispatchAsync(payload, life).ConfigureAwait(false);
                        break;
                    case GatewayOpcode.Heartbeat:
                        await heart.BeatAsync(life).ConfigureAwait(false);
                        break;
                    case GatewayOpcode.HeartbeatAck:
                        heart.Acknowledge();
                        break;
                    case GatewayOpcode.Reconnect:
                        return new ConnectionEnd(EndReason.Reconnect);
                    case GatewayOpcode.InvalidSession:
                        var resumable = payload.D is { ValueKind: JsonValueKind.True } && _session is not null;
                        return new ConnectionEnd(resumable ? EndReason.Refused : EndReason.SessionGone);
                }
            }

            return new ConnectionEnd(EndReason.Closed, connection.CloseCode);
        }
        catch (IOException)
        {
            return new ConnectionEnd(EndReason.Lost);
        }
        catch (InvalidDataException)
        {
            return new ConnectionEnd(EndReason.Unreadable);
        }
        catch (OperationCanceledException) when (life.IsCancellationRequested)
        {
            return new ConnectionEnd(EndReason.Stopped);
        }
    }

    private async ValueTask DispatchAsync(GatewayPayload payload, CancellationToken life)
    {
        if (payload is not { T: { } name, S: { } sequence, D: { } json })
            return;
        var data = _pump.Read(name, json);
        if (data is Ready ready)
            _session = new Session(ready.SessionId, ready.ResumeGatewayUrl);
        if (_session?.Advance(sequence) != true)
            return;
        if (name is GatewayEventNames.Ready or GatewayEventNames.Resumed)
        {
            _state = ShardState.Ready;
            _readyAt = _time.GetTimestamp();
            Log.Ready(_logger, _number, name);
        }

        var received = new GatewayEvent(name, data, json, _number, sequence, _time.GetTimestamp());
        await _pump.AddAsync(received, life).ConfigureAwait(false);
    }
}
