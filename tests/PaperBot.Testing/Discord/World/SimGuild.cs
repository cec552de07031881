using System.Text.Json.Nodes;

namespace PaperBot.Testing.Discord.World;

/// <summary>A guild with its people, roles and channels.</summary>
public sealed class SimGuild
{
    public required ulong Id { get; init; }

    public required string Name { get; init; }

    public required ulong OwnerId { get; init; }

    public string Locale { get; init; } = "en-US";

    public DateTimeOffset JoinedAt { get; init; }

    public List<SimRole> Roles { get; } = [];

    public Dictionary<ulong, SimMember> Members { get; } = [];

    public List<SimChannel> Channels { get; } = [];

    public SimRole Everyone => Roles.First(role => role.Id == Id);

    /// <summary>What a member may do in the guild as a whole.</summary>
    public Rights RightsOf(ulong user)
    {
        if (user == OwnerId)
            return Rights.All;
        var own = Members.TryGetValue(user, out var member) ? member.Roles : [];
        var sum = Roles
            .Where(role => role.Id == Id || own.Contains(role.Id))
            .Aggregate(Rights.None, (all, role) => all | role.Permissions);
        return sum.HasFlag(Rights.Administrator) ? Rights.All : sum;
    }

    /// <summary>As <c>GET /guilds/{id}</c> gives it.</summary>
    public JsonObject ToJson() =>
        new()
        {
            ["id"] = $"{Id}",
            ["name"] = Name,
            ["icon"] = null,
            ["description"] = null,
            ["home_header"] = null,
            ["splash"] = null,
            ["discovery_splash"] = null,
            ["features"] = new JsonArray(),
            ["banner"] = null,
            ["owner_id"] = $"{OwnerId}",
            ["application_id"] = null,
            ["region"] = "deprecated",
            ["afk_channel_id"] = null,
            ["afk_timeout"] = 300,
            ["system_channel_id"] = Channels.Count > 0 ? $"{Channels[0].Id}" : null,
            ["system_channel_flags"] = 0,
            ["widget_enabled"] = false,
            ["widget_channel_id"] = null,
            ["verification_level"] = 0,
            ["roles"] = new JsonArray([.. Roles.Select(role => role.ToJson())]),
            ["default_message_notifications"] = 1,
            ["mfa_level"] = 0,
            ["explicit_content_filter"] = 0,
            ["max_presences"] = null,
            ["max_members"] = 500000,
            ["max_stage_video_channel_users"] = 50,
            ["max_video_channel_users"] = 25,
            ["vanity_url_code"] = null,
            ["premium_tier"] = 0,
            ["premium_subscription_count"] = 0,
            ["preferred_locale"] = Locale,
            ["rules_channel_id"] = null,
            ["safety_alerts_channel_id"] = null,
            ["public_updates_channel_id"] = null,
            ["premium_progress_bar_enabled"] = false,
            ["nsfw"] = false,
            ["nsfw_level"] = 0,
            ["emojis"] = new JsonArray(),
            ["stickers"] = new JsonArray(),
            ["incidents_data"] = null,
        };

    /// <summary>As GUILD_CREATE sends it.</summary>
    public JsonObject ToCreateJson(Func<SimChannel, bool> visible)
    {
        var json = ToJson();
        json.Remove("home_header");
        json.Remove("nsfw");
        json["joined_at"] = Wire.Time(JoinedAt);
        json["large"] = false;
        json["unavailable"] = false;
        json["member_count"] = Members.Count;
        json["hub_type"] = null;
        json["members"] = new JsonArray([.. Members.Values.Select(member => member.ToJson())]);
        json["channels"] = Json(Channels.Where(c => !c.IsThread && visible(c)), withGuild: false);
        json["threads"] = Json(Channels.Where(c => c.IsThread && !c.Archived && visible(c)), withGuild: true);
        foreach (var empty in (string[])["voice_states", "presences", "stage_instances", "guild_scheduled_events"])
            json[empty] = new JsonArray();
        json["soundboard_sounds"] = new JsonArray();
        return json;
    }

    private static JsonArray Json(IEnumerable<SimChannel> channels, bool withGuild) =>
        new([.. channels.Select(channel => channel.ToJson(withGuild))]);
}
