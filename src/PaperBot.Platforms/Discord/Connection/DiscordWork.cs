using Microsoft.Extensions.Logging;
using PaperBot.Discord;
using PaperBot.Platforms.Answering;

namespace PaperBot.Platforms.Discord.Connection;

/// <summary>What is being done about Discord's events, off the gateway's loop.</summary>
internal sealed class DiscordWork(TimeProvider time, ILogger<DiscordWork> logger) : PlatformWork(time, logger)
{
    protected override bool IsRefusal(Exception exception) => exception is DiscordException;
}
