using PaperBot.Discord;

namespace PaperBot.Platforms.Discord.Connection;

/// <summary>
/// Looks at the gateway's events. Listeners are called one after the other in the order of the events, so whatever
/// takes longer than a moment is handed to <see cref="DiscordWork"/>.
/// </summary>
internal interface IDiscordListener
{
    ValueTask OnEventAsync(GatewayEvent received, CancellationToken cancellationToken);
}
