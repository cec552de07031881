using System.Text.Json.Nodes;

namespace PaperBot.Testing.Discord.World;

/// <summary>A role; the one with the guild's id is everyone's.</summary>
public sealed class SimRole
{
    public required ulong Id { get; init; }

    public required string Name { get; init; }

    public Rights Permissions { get; set; }

    public ulong? BotId { get; init; }

    public JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["id"] = $"{Id}",
            ["name"] = Name,
            ["color"] = 0,
            ["colors"] = new JsonObject
            {
                ["primary_color"] = 0,
                ["secondary_color"] = null,
                ["tertiary_color"] = null,
            },
            ["hoist"] = false,
            ["position"] = BotId is null ? 0 : 1,
            ["permissions"] = $"{(ulong)Permissions}",
            ["managed"] = BotId is not null,
            ["mentionable"] = false,
            ["flags"] = 0,
            ["icon"] = null,
            ["unicode_emoji"] = null,
        };
        if (BotId is { } bot)
            json["tags"] = new JsonObject { ["bot_id"] = $"{bot}" };
        return json;
    }
}
