using Microsoft.Extensions.Logging;
using PaperBot.Platforms.Discord.Connection;

namespace PaperBot.Platforms.Discord.Registration;

/// <summary>Registers the bot's commands, once for all servers and people, and only when something changed.</summary>
internal sealed partial class CommandRegistrar(DiscordLink link, CommandDrafts drafts, ILogger<CommandRegistrar> logger)
{
    public async Task RegisterAsync(CancellationToken cancellationToken)
    {
        var wanted = drafts.All();
        var applications = link.Client.Applications;
        var registered = await applications.ListCommandsAsync(link.Application.Id, cancellationToken);
        if (CommandSignature.Of(registered) == CommandSignature.Of(wanted))
        {
            Log.Same(logger, wanted.Count);
            return;
        }
        await applications.OverwriteCommandsAsync(link.Application.Id, wanted, cancellationToken);
        Log.Registered(logger, wanted.Count);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "Discord knows all {Count} commands already.")]
        public static partial void Same(ILogger logger, int count);

        [LoggerMessage(2, LogLevel.Information, "{Count} commands are registered with Discord.")]
        public static partial void Registered(ILogger logger, int count);
    }
}
