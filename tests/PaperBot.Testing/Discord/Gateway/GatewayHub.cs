using System.Text.Json.Nodes;
using PaperBot.Testing.Discord.Schemas;
using PaperBot.Testing.Discord.World;

namespace PaperBot.Testing.Discord.Gateway;

/// <summary>All sessions of the simulated gateway, and the events that go to them.</summary>
public sealed class GatewayHub(SimWorld world, SimulatorLog log, GatewaySchemas? schemas)
{
    private readonly List<GatewaySession> _sessions = [];
    private readonly List<GatewayPeer> _peers = [];
    private readonly Dictionary<int, List<DateTimeOffset>> _identifies = [];

    public GatewayFaults Faults { get; } = new();

    /// <summary>Where the gateway can be reached; resumes have an address of their own.</summary>
    public Uri Url { get; set; } = new("ws://gateway.simulated.invalid/gateway");

    public Uri ResumeUrl => new(Url, "resume");

    /// <summary>Sessions with an open connection.</summary>
    public int Connected
    {
        get
        {
            lock (world.Gate)
                return _sessions.Count(session => session.Peer is not null);
        }
    }

    public GatewayPeer Open(ISimSocket socket)
    {
        lock (world.Gate)
        {
            var peer = new GatewayPeer(this, world, log, schemas, socket);
            _peers.Add(peer);
            if (!Faults.Silent)
                peer.Hello();
            return peer;
        }
    }

    /// <summary>Closes every connection with a code.</summary>
    public void CloseAll(int code) => ForAll(peer => peer.Close(code));

    /// <summary>Cuts every connection.</summary>
    public void DropAll(bool inFrame = false) => ForAll(peer => peer.Drop(inFrame));

    /// <summary>Asks every bot to reconnect.</summary>
    public void AskToReconnect() => ForAll(peer => peer.Send("""{"op":7,"d":null,"s":null,"t":null}"""));

    /// <summary>Declares every session invalid.</summary>
    public void Invalidate(bool resumable)
    {
        lock (world.Gate)
        {
            if (!resumable)
                _sessions.Clear();
            var flag = resumable ? "true" : "false";
            foreach (var peer in _peers.ToArray())
                peer.Send($$"""{"op":9,"d":{{flag}},"s":null,"t":null}""");
        }
    }

    /// <summary>Sends an event to the sessions that want it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="guild">Its guild.</param>
    /// <param name="intents">Any of these is needed; 0 means none.</param>
    /// <param name="data">Makes the data, which may depend on the intents.</param>
    public void Dispatch(string name, ulong? guild, int intents, Func<int, JsonObject> data)
    {
        lock (world.Gate)
        {
            foreach (var session in _sessions.Where(s => s.Has(intents) && s.Serves(guild)).ToArray())
                Dispatch(session, name, data(session.Intents));
        }
    }

    internal void Dispatch(GatewaySession session, string name, JsonObject data)
    {
        var json = session.Add(name, data);
        CheckOwn(json);
        session.Peer?.Send(json);
    }

    internal void Forget(GatewayPeer peer)
    {
        _peers.Remove(peer);
        foreach (var session in _sessions.Where(s => s.Peer == peer))
            (session.Peer, session.LostAt) = (null, world.Now);
    }

    internal void End(GatewaySession session) => _sessions.Remove(session);

    internal GatewaySession? Find(string? id)
    {
        var oldest = world.Now - world.Options.ResumeWindow;
        _sessions.RemoveAll(s => s.LostAt < oldest);
        return _sessions.FirstOrDefault(s => s.Id == id);
    }

    /// <summary>Begins a session; false when the bot identifies faster than it may.</summary>
    internal bool TryBegin(GatewayPeer peer, int intents, int shard, int shards, out GatewaySession session)
    {
        var now = world.Now;
        log.Identifies.Enqueue(now);
        var key = shard % world.Options.MaxConcurrency;
        if (!_identifies.TryGetValue(key, out var times))
            _identifies[key] = times = [];
        times.RemoveAll(at => now - at >= TimeSpan.FromSeconds(5));
        var fast = times.Count > 0;
        times.Add(now);
        session = new GatewaySession(Guid.NewGuid().ToString("N"), intents, shard, shards) { Peer = peer };
        if (fast)
        {
            log.Violations.Enqueue("gateway: identified twice within five seconds");
            return false;
        }

        _sessions.Add(session);
        return true;
    }

    internal int SessionsLeft =>
        world.Options.SessionStarts - log.Identifies.Count(at => world.Now - at < TimeSpan.FromDays(1));

    /// <summary>The simulator holds its own events against the schemas too; a slip of its own is a violation as well.</summary>
    private void CheckOwn(string json)
    {
        if (schemas is null)
            return;
        foreach (var problem in schemas.CheckEvent(JsonNode.Parse(json)!.AsObject()))
            log.Violations.Enqueue($"simulator: {problem}");
    }

    private void ForAll(Action<GatewayPeer> action)
    {
        lock (world.Gate)
        {
            foreach (var peer in _peers.ToArray())
                action(peer);
        }
    }
}
