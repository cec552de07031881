using System.Text.Json;

namespace PaperBot.Discord;

/// <summary>
/// An event of the gateway. What it carries is in <see cref="Data"/> as this library's type, or null where it has none;
/// <see cref="Json"/> holds it as it came, always. Events of one shard come in order, and none comes twice.
/// </summary>
/// <param name="Name">Its name, as <c>MESSAGE_CREATE</c>; see <see cref="GatewayEventNames"/>.</param>
/// <param name="Data">A <see cref="Message"/>, an <see cref="Interaction"/> and so on.</param>
/// <param name="Json">The data as it came.</param>
/// <param name="Shard">On which shard.</param>
/// <param name="Sequence">Its number in the session.</param>
/// <param name="ReceivedAt">The clock's timestamp when its frame was whole.</param>
/// <remarks>
/// <see href="https://docs.discord.com/developers/events/gateway-events#receive-events"/>
/// </remarks>
public sealed record GatewayEvent(
    string Name,
    DiscordObject? Data,
    JsonElement Json,
    int Shard,
    long Sequence,
    long ReceivedAt
)
{
    /// <summary>Only the name: what people wrote is not for logs.</summary>
    public override string ToString() => Name;
}
