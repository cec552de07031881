using System.Text.Json.Nodes;

namespace PaperBot.Testing.Discord.World;

/// <summary>An account.</summary>
public sealed record SimUser(ulong Id, string Name, bool Bot = false, string Locale = "en-US")
{
    public JsonObject ToJson() =>
        new()
        {
            ["id"] = $"{Id}",
            ["username"] = Name.ToLowerInvariant(),
            ["discriminator"] = "0",
            ["global_name"] = Bot ? null : Name,
            ["avatar"] = null,
            ["bot"] = Bot,
            ["public_flags"] = 0,
            ["flags"] = 0,
            ["primary_guild"] = null,
        };
}
