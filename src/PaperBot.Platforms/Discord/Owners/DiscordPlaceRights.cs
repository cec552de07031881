using PaperBot.Core.Delivery;
using PaperBot.Core.Identity;
using PaperBot.Discord;
using PaperBot.Platforms.Discord.Connection;
using PaperBot.Platforms.Discord.Posting;
using Message = PaperBot.Core.Texts.Message;

namespace PaperBot.Platforms.Discord.Owners;

/// <summary>What the bot may do in a channel, worked out from what Discord says of it now.</summary>
internal sealed class DiscordPlaceRights(DiscordLink link, DiscordPoster poster, ClosedDoors doors) : IPlaceRights
{
    public string Platform => DiscordIds.Platform;

    public async Task<PlaceRights?> LookAsync(PlaceId place, CancellationToken cancellationToken)
    {
        if (DiscordIds.Of(place) is not { } id || !link.Known.IsCompletedSuccessfully)
            return null;
        try
        {
            var rights = await RightsAsync(id, cancellationToken);
            if (rights.MayPost)
                doors.Open(id);
            return rights;
        }
        catch (DiscordException e)
            when (poster.Failure(e) is { Reason: DeliveryFailure.Forbidden or DeliveryFailure.Gone })
        {
            return Of(Permissions.None, isThread: false);
        }
        catch (Exception e) when (poster.Failure(e) is not null)
        {
            return null;
        }
    }

    private async Task<PlaceRights> RightsAsync(Snowflake id, CancellationToken cancellationToken)
    {
        var channel = await link.Client.Channels.GetAsync(id, cancellationToken);
        if (channel.GuildId is not { } server)
            return PlaceRights.Full;
        var guild = await link.Client.Guilds.GetAsync(server, cancellationToken);
        var member = await link.Client.Guilds.GetMemberAsync(server, link.Bot.Id, cancellationToken);
        // A thread has the exceptions of its channel.
        var ruling = channel is { IsThread: true, ParentId: { } parent }
            ? await link.Client.Channels.GetAsync(parent, cancellationToken)
            : channel;
        IReadOnlyCollection<Snowflake> roles = [.. member.Roles ?? []];
        var inGuild = PermissionRules.InGuild(guild, guild.Roles ?? [], link.Bot.Id, roles);
        return Of(PermissionRules.InChannel(inGuild, server, ruling, link.Bot.Id, roles), channel.IsThread);
    }

    private static PlaceRights Of(Permissions has, bool isThread)
    {
        var post = isThread ? Permissions.SendMessagesInThreads : Permissions.SendMessages;
        // The others are for conversations, which are not begun here.
        Permissions[] needed =
        [
            Permissions.ViewChannel,
            post,
            Permissions.EmbedLinks,
            Permissions.AttachFiles,
            Permissions.ReadMessageHistory,
        ];
        return new PlaceRights(
            has.HasFlag(Permissions.ViewChannel | post),
            has.HasFlag(Permissions.AttachFiles),
            [
                .. NeededPermission
                    .All.Where(one => needed.Contains(one.Permission) && !has.HasFlag(one.Permission))
                    .Select(one => Message.Of($"discord.permission.{one.Key}.why")),
            ]
        );
    }
}
