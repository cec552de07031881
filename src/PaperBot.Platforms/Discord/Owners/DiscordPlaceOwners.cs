using PaperBot.Core.Delivery;
using PaperBot.Core.Identity;
using PaperBot.Core.Texts;
using PaperBot.Discord;
using PaperBot.Platforms.Discord.Connection;
using PaperBot.Platforms.Discord.Messages;
using PaperBot.Platforms.Discord.Posting;

namespace PaperBot.Platforms.Discord.Owners;

/// <summary>Reaches a server's owner by a direct message.</summary>
internal sealed class DiscordPlaceOwners(DiscordLink link, DiscordPoster poster, ChannelBook channels) : IPlaceOwners
{
    public string Platform => DiscordIds.Platform;

    public async Task<PlaceOwners> OfAsync(Place place, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(place);
        var channel = DiscordIds.Of(place.Id) is { } id ? channels.Find(id)?.Name : null;
        var name = channel is null ? null : "#" + channel;
        if (place.Kind == PlaceKind.Direct || DiscordIds.Of(place.Outermost) is not { } server)
            return new PlaceOwners(name, []);
        try
        {
            var guild = await link.Client.Guilds.GetAsync(server, cancellationToken);
            name = channel is null ? guild.Name : $"#{channel} ({guild.Name})";
            if (guild.OwnerId is not { } owner || await ReachAsync(owner, cancellationToken) is not { } alone)
                return new PlaceOwners(name, []);
            return new PlaceOwners(name, [alone with { Locale = Locale.Parse(guild.PreferredLocale) }]);
        }
        catch (Exception e) when (poster.Failure(e) is not null)
        {
            return new PlaceOwners(name, []);
        }
    }

    public async Task<Destination?> ReachAsync(PersonId person, CancellationToken cancellationToken) =>
        DiscordIds.Of(person) is { } user ? await ReachAsync(user, cancellationToken) : null;

    private async Task<Destination?> ReachAsync(Snowflake user, CancellationToken cancellationToken)
    {
        try
        {
            var alone = await link.Client.Channels.OpenDirectMessageAsync(user, cancellationToken);
            return new Destination(DiscordIds.Place(alone.Id));
        }
        catch (Exception e) when (poster.Failure(e) is not null)
        {
            return null;
        }
    }
}
