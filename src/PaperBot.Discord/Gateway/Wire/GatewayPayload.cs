using System.Text.Json;

namespace PaperBot.Discord.Gateway;

/// <summary>
/// One message of the gateway. See
/// <see href="https://docs.discord.com/developers/events/gateway-events#payload-structure">events/gateway events:
/// payload structure</see>.
/// </summary>
internal sealed record GatewayPayload(GatewayOpcode Op, JsonElement? D, long? S, string? T);
