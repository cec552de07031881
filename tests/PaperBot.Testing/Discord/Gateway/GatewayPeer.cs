using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PaperBot.Testing.Discord.Schemas;
using PaperBot.Testing.Discord.World;

namespace PaperBot.Testing.Discord.Gateway;

/// <summary>Discord's side of one gateway connection, as the documentation describes it.</summary>
public sealed class GatewayPeer
{
    /// <summary>All but the four numbers that mean nothing: 17 to 19, 22 and 23.</summary>
    private const int KnownIntents = 0x3FFFFFF & ~((0x7 << 17) | (0x3 << 22));
    private const int Privileged = (1 << 1) | (1 << 8) | (1 << 15);

    private readonly GatewayHub _hub;
    private readonly SimWorld _world;
    private readonly SimulatorLog _log;
    private readonly GatewaySchemas? _schemas;
    private readonly ISimSocket _socket;
    private readonly Queue<DateTimeOffset> _received = new();
    private readonly ITimer _patience;
    private GatewaySession? _session;
    private bool _closed;

    internal GatewayPeer(GatewayHub hub, SimWorld world, SimulatorLog log, GatewaySchemas? schemas, ISimSocket socket)
    {
        (_hub, _world, _log, _schemas, _socket) = (hub, world, log, schemas, socket);
        _patience = world.Time.CreateTimer(_ => Close(4009), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private TimeSpan Patience => TimeSpan.FromMilliseconds(1.5 * _world.Options.HeartbeatInterval);

    public void Hello()
    {
        Send($$$"""{"op":10,"d":{"heartbeat_interval":{{{_world.Options.HeartbeatInterval}}}},"s":null,"t":null}""");
        _patience.Change(Patience, Timeout.InfiniteTimeSpan);
    }

    public void Send(string json)
    {
        if (!_closed)
            _socket.Send(json);
    }

    public void Close(int code)
    {
        lock (_world.Gate)
        {
            if (End())
                _socket.Close(code);
        }
    }

    public void Drop(bool inFrame)
    {
        lock (_world.Gate)
        {
            if (End())
                _socket.Abort(inFrame);
        }
    }

    /// <summary>The bot has gone. 1000 and 1001 end the session.</summary>
    public void Gone(int? code)
    {
        lock (_world.Gate)
        {
            if (code is 1000 or 1001 && _session is { } session)
                _hub.End(session);
            End();
        }
    }

    /// <summary>The bot has sent a frame.</summary>
    public void Receive(ReadOnlyMemory<byte> bytes)
    {
        lock (_world.Gate)
        {
            if (_closed || _hub.Faults.Silent)
                return;
            if (bytes.Length > 4096)
            {
                _log.Violations.Enqueue($"gateway: a payload of {bytes.Length} bytes");
                Close(4002);
                return;
            }

            var now = _world.Now;
            while (_received.TryPeek(out var at) && now - at >= TimeSpan.FromSeconds(60))
                _received.Dequeue();
            _received.Enqueue(now);
            if (_received.Count > 120)
            {
                _log.Violations.Enqueue("gateway: more than 120 payloads in a minute");
                Close(4008);
                return;
            }

            JsonObject? frame = null;
            try
            {
                frame = JsonNode.Parse(Encoding.UTF8.GetString(bytes.Span)) as JsonObject;
            }
            catch (JsonException)
            {
                // Handled as no frame at all.
            }

            if (frame?["op"] is not JsonValue)
                Close(4002);
            else
                Handle(frame);
        }
    }

    private void Handle(JsonObject frame)
    {
        foreach (var problem in _schemas?.CheckSent(frame) ?? [])
            _log.Violations.Enqueue($"gateway op {frame["op"]}: {problem}");
        var op = Wire.Number(frame["op"]);
        switch (op)
        {
            case 1:
                _patience.Change(Patience, Timeout.InfiniteTimeSpan);
                if (_hub.Faults.Deaf)
                    return;
                Send("""{"op":11,"d":null,"s":null,"t":null}""");
                break;
            case 2 when _session is not null:
                Close(4005);
                break;
            case 2:
                Identify(frame["d"] as JsonObject ?? []);
                break;
            case 6 when _session is not null:
                Close(4005);
                break;
            case 6:
                Resume(frame["d"] as JsonObject ?? []);
                break;
            case 3 or 4 or 8 or 31 or 43:
                if (_session is null)
                    Close(4003);
                else if (op == 8)
                    SendMembers(frame["d"] as JsonObject ?? []);
                break;
            default:
                Close(4001);
                break;
        }
    }

    private void Identify(JsonObject data)
    {
        if (!IsToken(data))
        {
            Close(4004);
            return;
        }

        var intents = (int)Wire.Number(data["intents"]);
        var (shard, shards) = data["shard"] is JsonArray { Count: 2 } pair
            ? ((int)Wire.Number(pair[0]), (int)Wire.Number(pair[1]))
            : (0, 1);
        if (shards < 1 || shard < 0 || shard >= shards)
            Close(4010);
        else if (shards < _world.Options.Shards && _world.Options.Shards > 1)
            Close(4011);
        else if ((intents & ~KnownIntents) != 0)
            Close(4013);
        else if ((intents & Privileged & ~_world.Options.PrivilegedIntents) != 0)
            Close(4014);
        else if (_hub.SessionsLeft <= 0)
        {
            _log.Violations.Enqueue("gateway: identified more often than allowed in a day");
            Close(4004);
        }
        else if (!_hub.TryBegin(this, intents, shard, shards, out _session))
        {
            _session = null;
            Send("""{"op":9,"d":false,"s":null,"t":null}""");
        }
        else
            Ready(_session);
    }

    private void Ready(GatewaySession session)
    {
        var guilds = _world.Guilds.Values.Where(guild => session.Serves(guild.Id)).ToArray();
        var ready = new JsonObject
        {
            ["v"] = 10,
            ["user"] = _world.Bot.ToJson(),
            ["guilds"] = new JsonArray([
                .. guilds.Select(guild => new JsonObject { ["id"] = $"{guild.Id}", ["unavailable"] = true }),
            ]),
            ["private_channels"] = new JsonArray(),
            ["session_id"] = session.Id,
            ["resume_gateway_url"] = _hub.ResumeUrl.AbsoluteUri,
            ["shard"] = new JsonArray(session.Shard, session.Shards),
            ["application"] = new JsonObject
            {
                ["id"] = $"{_world.ApplicationId}",
                ["flags"] = 0,
                ["flags_new"] = "0",
            },
        };
        _hub.Dispatch(session, "READY", ready);
        if (!session.Has(1 << 0))
            return;
        foreach (var guild in guilds)
        {
            _hub.Dispatch(
                session,
                "GUILD_CREATE",
                guild.ToCreateJson(channel => channel.RightsOf(_world.Bot.Id).HasFlag(Rights.ViewChannel))
            );
        }
    }

    private void Resume(JsonObject data)
    {
        if (!IsToken(data))
        {
            Close(4004);
            return;
        }

        _log.Resumes.Enqueue(_world.Now);
        var sequence = Wire.Number(data["seq"]);
        if (_hub.Faults.RefusesResume || _hub.Find(Wire.Text(data["session_id"])) is not { } session)
        {
            Send("""{"op":9,"d":false,"s":null,"t":null}""");
            return;
        }

        if (sequence > session.Sequence)
        {
            Close(4007);
            return;
        }

        session.Peer?.Close(4000);
        (session.Peer, session.LostAt, _session) = (this, null, session);
        var from = _hub.Faults.ReplaysTooMuch ? sequence - 1 : sequence;
        foreach (var (_, json) in session.Sent.Where(sent => sent.Sequence > from).ToArray())
            Send(json);
        _hub.Dispatch(session, "RESUMED", []);
    }

    private void SendMembers(JsonObject data)
    {
        if (!_world.Guilds.TryGetValue(Wire.Id(data["guild_id"]), out var guild))
            return;
        var wanted = Wire.Text(data["query"]);
        var ids = (data["user_ids"] as JsonArray)?.Select(Wire.Id).ToHashSet();
        var members = guild
            .Members.Values.Where(m =>
                ids?.Contains(m.User.Id) ?? m.User.Name.StartsWith(wanted ?? "", StringComparison.OrdinalIgnoreCase)
            )
            .Select(m => m.ToJson());
        var chunk = new JsonObject
        {
            ["guild_id"] = $"{guild.Id}",
            ["members"] = new JsonArray([.. members]),
            ["chunk_index"] = 0,
            ["chunk_count"] = 1,
        };
        if (Wire.Text(data["nonce"]) is { } nonce)
            chunk["nonce"] = nonce;
        _hub.Dispatch(_session!, "GUILD_MEMBERS_CHUNK", chunk);
    }

    /// <summary>Some clients write "Bot " before the token here as well.</summary>
    private bool IsToken(JsonObject data) =>
        Wire.Text(data["token"]) is { } token
        && (token == _world.Options.Token || token == $"Bot {_world.Options.Token}");

    private bool End()
    {
        if (_closed)
            return false;
        _closed = true;
        _patience.Dispose();
        _hub.Forget(this);
        return true;
    }
}
