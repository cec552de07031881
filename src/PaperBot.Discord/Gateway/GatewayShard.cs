using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using PaperBot.Discord.Json;

namespace PaperBot.Discord.Gateway;

/// <summary>
/// One shard: connects, begins or resumes a session, receives, and begins again whenever a connection ends. See
/// <see href="https://docs.discord.com/developers/events/gateway#connection-lifecycle">events/gateway: connection
/// lifecycle</see>.
/// </summary>
internal sealed partial class GatewayShard
{
    private const int CloseAndKeepSession = 4000;
    private const int CloseAndEndSession = 1000;
    private const int TriesAtResumeUrl = 3;

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan HelloTimeout = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan GoodbyeTimeout = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan SteadyAfter = TimeSpan.FromMinutes(1);

    private readonly ShardContext _context;
    private readonly int _number;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Backoff _backoff;
    private readonly EventPump _pump;
    private volatile GatewayConnection? _connection;
    private volatile Heart? _heart;
    private Session? _session;
    private ShardState _state = ShardState.Stopped;
    private long? _readyAt;
    private int _unreachable;
    private long _connections;
    private long _identifies;
    private long _resumes;
    private string? _lastEnd;

    public GatewayShard(ShardContext context, int number)
    {
        _context = context;
        _number = number;
        _time = context.Seams.Time;
        _logger = context.Seams.Loggers.CreateLogger<GatewayShard>();
        _backoff = new Backoff(context.Chance, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        _pump = new EventPump(context, number, _logger);
    }

    public ShardStatus Status => new(_number, _state, _heart?.Latency, _connections, _identifies, _resumes, _lastEnd);

    /// <summary>Runs until it is stopped.</summary>
    /// <exception cref="GatewayClosedException">Trying again would end the same way.</exception>
    public async Task RunAsync(CancellationToken stop)
    {
        using var life = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var handling = _pump.RunAsync(life.Token);
        try
        {
            while (true)
            {
                var end = await RunConnectionAsync(stop).ConfigureAwait(false);
                stop.ThrowIfCancellationRequested();
                _state = ShardState.Waiting;
                await Task.Delay(After(end), _time, stop).ConfigureAwait(false);
            }
        }
        finally
        {
            _state = ShardState.Stopped;
            await life.CancelAsync().ConfigureAwait(false);
            await handling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Sends, when connected and the limit allows.</summary>
    /// <returns>False when the shard is not connected.</returns>
    public async Task<bool> SendAsync(Outgoing<PresenceUpdate> payload, CancellationToken cancellationToken)
    {
        if (_state != ShardState.Ready || _connection is not { } connection)
            return false;
        await connection
            .SendAsync(payload, DiscordJson.Wire.OutgoingPresenceUpdate, cancellationToken)
            .ConfigureAwait(false);
        return true;
    }

    /// <inheritdoc cref="SendAsync(Outgoing{PresenceUpdate}, CancellationToken)"/>
    public async Task<bool> SendAsync(Outgoing<GuildMembersRequest> payload, CancellationToken cancellationToken)
    {
        if (_state != ShardState.Ready || _connection is not { } connection)
            return false;
        await connection
            .SendAsync(payload, DiscordJson.Wire.OutgoingGuildMembersRequest, cancellationToken)
            .ConfigureAwait(false);
        return true;
    }

    /// <summary>Decides what follows an end: forgets the session or not, and how long to wait.</summary>
    private TimeSpan After(ConnectionEnd end)
    {
        _lastEnd = end.ToString();
        Log.Ended(_logger, _number, end);
        var rule = end.Reason switch
        {
            EndReason.Closed => CloseRules.Of(end.Code),
            EndReason.SessionGone => AfterClose.Identify,
            _ => AfterClose.Resume,
        };
        if (rule == AfterClose.Stop)
            throw new GatewayClosedException((GatewayCloseCode)end.Code!.Value, _number);
        if (rule == AfterClose.Identify)
            _session = null;
        _unreachable = end.Reason == EndReason.Unreachable ? _unreachable + 1 : 0;
        if (_readyAt is { } readyAt && _time.GetElapsedTime(readyAt) >= SteadyAfter)
            _backoff.Reset();
        _readyAt = null;
        var atOnce = end.Reason == EndReason.Reconnect && _backoff.IsFresh;
        var wait = _backoff.Next();
        if (end.Reason == EndReason.SessionGone)
        {
            var calm = _context.Chance.Between(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5));
            return wait > calm ? wait : calm;
        }

        return atOnce ? TimeSpan.Zero : wait;
    }

    private async Task<ConnectionEnd> RunConnectionAsync(CancellationToken stop)
    {
        // Before connecting, because a connection that waits for its turn would only grow old.
        using var permit = _session is null
            ? await _context.Limit.EnterAsync(_number, stop).ConfigureAwait(false)
            : null;
        _state = ShardState.Connecting;
        if (await ConnectAsync(stop).ConfigureAwait(false) is not { } socket)
            return new ConnectionEnd(EndReason.Unreachable);
        using var connection = new GatewayConnection(socket, _context.Options.Compress, _time);
        Interlocked.Increment(ref _connections);
        _state = ShardState.Opening;
        try
        {
            if (await HelloAsync(connection, stop).ConfigureAwait(false) is not { } interval)
                return new ConnectionEnd(EndReason.Silent);
            var heart = new Heart(connection, () => _session?.Sequence, _time, _context.Chance);
            (_heart, _connection) = (heart, connection);
            await OpenAsync(connection, permit, stop).ConfigureAwait(false);
            return await LiveAsync(connection, heart, interval, stop).ConfigureAwait(false);
        }
        catch (IOException)
        {
            return new ConnectionEnd(EndReason.Lost);
        }
        catch (InvalidDataException)
        {
            return new ConnectionEnd(EndReason.Unreadable);
        }
        finally
        {
            _connection = null;
        }
    }

    private async Task<IGatewaySocket?> ConnectAsync(CancellationToken stop)
    {
        var address = _session is { } session && _unreachable < TriesAtResumeUrl ? session.ResumeUrl : _context.Url;
        using var timeout = new CancellationTokenSource(ConnectTimeout, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(stop, timeout.Token);
        try
        {
            var full = _context.WithQuery(address);
            return await _context.Connector.ConnectAsync(full, both.Token).ConfigureAwait(false);
        }
        catch (Exception exception)
            when (exception is IOException or HttpRequestException
                || (exception is OperationCanceledException && !stop.IsCancellationRequested)
            )
        {
            return null;
        }
    }

    /// <summary>Waits for the gateway's first word: the interval of heartbeats.</summary>
    private async Task<TimeSpan?> HelloAsync(GatewayConnection connection, CancellationToken stop)
    {
        using var timeout = new CancellationTokenSource(HelloTimeout, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(stop, timeout.Token);
        try
        {
            var payload = await connection.ReadAsync(both.Token).ConfigureAwait(false);
            if (payload is not { Op: GatewayOpcode.Hello, D: { } data })
                return null;
            var hello = data.Deserialize(DiscordJson.Wire.Hello)!;
            return TimeSpan.FromMilliseconds(Math.Max(1, hello.HeartbeatInterval));
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Resumes the session, or begins one.</summary>
    private async Task OpenAsync(GatewayConnection connection, IdentifyLimit.Permit? permit, CancellationToken stop)
    {
        if (permit is null)
        {
            var session = _session!;
            Interlocked.Increment(ref _resumes);
            var resume = new Resume
            {
                Token = _context.Options.Token,
                SessionId = session.Id,
                Seq = session.Sequence,
            };
            await connection
                .OpenAsync(new Outgoing<Resume>(GatewayOpcode.Resume, resume), DiscordJson.Wire.OutgoingResume, stop)
                .ConfigureAwait(false);
            return;
        }

        Interlocked.Increment(ref _identifies);
        permit.Sending();
        var identify = new Identify
        {
            Token = _context.Options.Token,
            Intents = _context.Options.Intents,
            Shard = [_number, _context.Shards],
            Presence = _context.Presence,
            Properties = new IdentifyProperties
            {
                Os = RuntimeInformation.OSDescription.Split(' ')[0].ToLowerInvariant(),
                Browser = "paperbot",
                Device = "paperbot",
            },
        };
        await connection
            .OpenAsync(
                new Outgoing<Identify>(GatewayOpcode.Identify, identify),
                DiscordJson.Wire.OutgoingIdentify,
                stop
            )
            .ConfigureAwait(false);
        permit.Dispose();
    }
}
