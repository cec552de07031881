using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PaperBot.Discord.Json;

namespace PaperBot.Discord.Gateway;

/// <summary>Which type an event's data has.</summary>
internal static class EventTypes
{
    private static readonly FrozenDictionary<string, JsonTypeInfo> Types = new Dictionary<string, JsonTypeInfo>
    {
        [GatewayEventNames.Ready] = DiscordJson.Wire.Ready,
        [GatewayEventNames.GuildCreate] = DiscordJson.Wire.Guild,
        [GatewayEventNames.GuildUpdate] = DiscordJson.Wire.Guild,
        [GatewayEventNames.GuildDelete] = DiscordJson.Wire.Guild,
        [GatewayEventNames.GuildRoleCreate] = DiscordJson.Wire.RoleChanged,
        [GatewayEventNames.GuildRoleUpdate] = DiscordJson.Wire.RoleChanged,
        [GatewayEventNames.GuildRoleDelete] = DiscordJson.Wire.RoleDeleted,
        [GatewayEventNames.GuildMemberUpdate] = DiscordJson.Wire.MemberUpdated,
        [GatewayEventNames.ChannelCreate] = DiscordJson.Wire.Channel,
        [GatewayEventNames.ChannelUpdate] = DiscordJson.Wire.Channel,
        [GatewayEventNames.ChannelDelete] = DiscordJson.Wire.Channel,
        [GatewayEventNames.ThreadCreate] = DiscordJson.Wire.Channel,
        [GatewayEventNames.ThreadUpdate] = DiscordJson.Wire.Channel,
        [GatewayEventNames.ThreadDelete] = DiscordJson.Wire.Channel,
        [GatewayEventNames.ThreadListSync] = DiscordJson.Wire.ThreadList,
        [GatewayEventNames.MessageCreate] = DiscordJson.Wire.Message,
        [GatewayEventNames.MessageUpdate] = DiscordJson.Wire.Message,
        [GatewayEventNames.MessageDelete] = DiscordJson.Wire.MessageDeleted,
        [GatewayEventNames.MessageDeleteBulk] = DiscordJson.Wire.MessagesDeleted,
        [GatewayEventNames.InteractionCreate] = DiscordJson.Wire.Interaction,
    }.ToFrozenDictionary();

    /// <summary>Reads the data; null when this library has no type for it.</summary>
    /// <exception cref="JsonException">It is not what the type says.</exception>
    public static DiscordObject? Read(string name, JsonElement data) =>
        Types.TryGetValue(name, out var type) ? (DiscordObject?)data.Deserialize(type) : null;
}
