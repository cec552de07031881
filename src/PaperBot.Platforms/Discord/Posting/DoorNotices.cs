using Microsoft.Extensions.Hosting;
using PaperBot.Core.Delivery;
using PaperBot.Core.Texts;
using PaperBot.Platforms.Discord.Messages;

namespace PaperBot.Platforms.Discord.Posting;

/// <summary>Tells a server's owner once that a channel refuses the bot, and forgets it when the channel works again.</summary>
internal sealed class DoorNotices(ClosedDoors doors, ChannelBook channels, IOwnerNotices notices) : BackgroundService
{
    private const string Reason = "closed";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var door in doors.Changes.ReadAllAsync(stoppingToken))
        {
            // A direct message has no owner beside the person who shut it.
            if (channels.PlaceOf(door.Channel) is not { } place)
                continue;
            if (door.IsClosed)
                await notices.TellAsync(place, Reason, Message.Of("discord.closed"), stoppingToken);
            else
                await notices.ForgetAsync(place, Reason, stoppingToken);
        }
    }
}
