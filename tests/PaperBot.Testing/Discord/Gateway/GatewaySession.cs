using System.Text.Json.Nodes;

namespace PaperBot.Testing.Discord.Gateway;

/// <summary>A session: what was sent in it, so that it can be sent again.</summary>
public sealed class GatewaySession(string id, int intents, int shard, int shards)
{
    public string Id { get; } = id;

    public int Intents { get; } = intents;

    public int Shard { get; } = shard;

    public int Shards { get; } = shards;

    public long Sequence { get; private set; }

    /// <summary>Everything since the beginning, by sequence.</summary>
    public List<(long Sequence, string Json)> Sent { get; } = [];

    /// <summary>The open connection, if any.</summary>
    public GatewayPeer? Peer { get; set; }

    public DateTimeOffset? LostAt { get; set; }

    public bool Has(int intent) => intent == 0 || (Intents & intent) != 0;

    /// <summary>Whether events of the guild belong here; direct messages belong to shard 0.</summary>
    public bool Serves(ulong? guild) => guild is { } id ? (id >> 22) % (ulong)Shards == (ulong)Shard : Shard == 0;

    public string Add(string name, JsonObject data)
    {
        Sequence++;
        var frame = new JsonObject
        {
            ["t"] = name,
            ["s"] = Sequence,
            ["op"] = 0,
            ["d"] = data,
        };
        var json = frame.ToJsonString();
        Sent.Add((Sequence, json));
        return json;
    }
}
