using System.Text.Json.Nodes;

namespace PaperBot.Testing.Discord.World;

/// <summary>A person in a guild.</summary>
public sealed class SimMember(SimUser user, DateTimeOffset joinedAt)
{
    public SimUser User { get; } = user;

    public List<ulong> Roles { get; } = [];

    /// <param name="withUser">Members of messages come without their user.</param>
    public JsonObject ToJson(bool withUser = true)
    {
        var json = new JsonObject
        {
            ["nick"] = null,
            ["avatar"] = null,
            ["banner"] = null,
            ["roles"] = new JsonArray([.. Roles.Select(role => JsonValue.Create($"{role}"))]),
            ["joined_at"] = Wire.Time(joinedAt),
            ["premium_since"] = null,
            ["deaf"] = false,
            ["mute"] = false,
            ["flags"] = 0,
            ["pending"] = false,
            ["communication_disabled_until"] = null,
        };
        if (withUser)
            json["user"] = User.ToJson();
        return json;
    }
}
