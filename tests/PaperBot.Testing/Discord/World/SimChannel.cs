using System.Text.Json.Nodes;

namespace PaperBot.Testing.Discord.World;

/// <summary>A channel, a thread or a direct message with its messages.</summary>
public sealed class SimChannel
{
    public required ulong Id { get; init; }

    /// <summary>0 text, 1 direct message, 11 public thread, 12 private thread.</summary>
    public required int Type { get; init; }

    public SimGuild? Guild { get; init; }

    public string? Name { get; set; }

    public string? Topic { get; set; }

    public SimChannel? Parent { get; init; }

    public ulong? OwnerId { get; init; }

    public bool Archived { get; set; }

    public bool Locked { get; set; }

    public int AutoArchiveDuration { get; set; } = 4320;

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The people of a direct message, or those who joined a thread.</summary>
    public List<SimUser> People { get; } = [];

    /// <summary>Exceptions for roles and people: allowed and denied here.</summary>
    public Dictionary<ulong, (int Type, Rights Allow, Rights Deny)> Overwrites { get; } = [];

    public List<SimMessage> Messages { get; } = [];

    public bool IsThread => Type is 10 or 11 or 12;

    /// <summary>What a person may do here.</summary>
    public Rights RightsOf(ulong user)
    {
        if (Guild is null)
            return People.Any(person => person.Id == user) ? Rights.Everyone : Rights.None;
        var rights = Guild.RightsOf(user);
        if (rights == Rights.All)
            return rights;
        var overwrites = Parent?.Overwrites ?? Overwrites;
        if (overwrites.TryGetValue(Guild.Id, out var everyone))
            rights = (rights & ~everyone.Deny) | everyone.Allow;
        var own = Guild.Members.TryGetValue(user, out var member) ? member.Roles : [];
        var (allow, deny) = own.Where(overwrites.ContainsKey)
            .Select(role => overwrites[role])
            .Aggregate((Rights.None, Rights.None), (sum, o) => (sum.Item1 | o.Allow, sum.Item2 | o.Deny));
        rights = (rights & ~deny) | allow;
        if (overwrites.TryGetValue(user, out var personal))
            rights = (rights & ~personal.Deny) | personal.Allow;
        return rights.HasFlag(Rights.ViewChannel) && Guild.Members.ContainsKey(user) ? rights : Rights.None;
    }

    public JsonObject ToJson(bool withGuild = true)
    {
        var json = new JsonObject
        {
            ["id"] = $"{Id}",
            ["type"] = Type,
            ["last_message_id"] = Messages.Count == 0 ? null : $"{Messages[^1].Id}",
            ["flags"] = 0,
        };
        if (Type == 1)
        {
            json["recipients"] = new JsonArray([.. People.Where(p => !p.Bot).Select(p => p.ToJson())]);
            return json;
        }

        if (withGuild)
            json["guild_id"] = $"{Guild!.Id}";
        json["name"] = Name;
        json["parent_id"] = Parent is null ? null : $"{Parent.Id}";
        json["rate_limit_per_user"] = 0;
        if (IsThread)
            AddThread(json);
        else
            AddText(json);
        return json;
    }

    private void AddText(JsonObject json)
    {
        json["topic"] = Topic;
        json["nsfw"] = false;
        json["position"] = Guild!.Channels.IndexOf(this);
        json["permission_overwrites"] = new JsonArray([
            .. Overwrites.Select(o => new JsonObject
            {
                ["id"] = $"{o.Key}",
                ["type"] = o.Value.Type,
                ["allow"] = $"{(ulong)o.Value.Allow}",
                ["deny"] = $"{(ulong)o.Value.Deny}",
            }),
        ]);
    }

    private void AddThread(JsonObject json)
    {
        json["owner_id"] = $"{OwnerId}";
        json["message_count"] = Messages.Count;
        json["total_message_sent"] = Messages.Count;
        json["member_count"] = People.Count;
        json["thread_metadata"] = new JsonObject
        {
            ["archived"] = Archived,
            ["auto_archive_duration"] = AutoArchiveDuration,
            ["archive_timestamp"] = Wire.Time(CreatedAt),
            ["locked"] = Locked,
            ["create_timestamp"] = Wire.Time(CreatedAt),
        };
    }
}
