using System.Net;
using Microsoft.Extensions.Logging;
using PaperBot.Discord;
using PaperBot.Discord.Rest;
using PaperBot.Platforms.Discord.Connection;
using PaperBot.Platforms.Discord.Interactions;

namespace PaperBot.Platforms.Discord.Posting;

/// <summary>
/// Reads a channel back: whether a reply that may have been posted before a crash stands there. Each message of the bot
/// carries its reply's key in the button that deletes it.
/// </summary>
internal sealed partial class StandingPosts(DiscordLink link, ILogger<StandingPosts> logger)
{
    private const int InPage = 100;
    private const int MostPages = 20;

    /// <summary>Clocks differ.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(2);

    /// <summary>
    /// The message with that key; null when there is none since then, as far as is read, or the bot may not look.
    /// </summary>
    /// <param name="channel">Where.</param>
    /// <param name="key">The page's.</param>
    /// <param name="triedSince">Since when it may stand there; null: it does not, and nothing is read.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Snowflake?> FindAsync(
        Snowflake channel,
        string key,
        DateTimeOffset? triedSince,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return triedSince is { } since ? await ReadAsync(channel, key, since, cancellationToken) : null;
        }
        catch (DiscordApiException e) when (e.Status is HttpStatusCode.Forbidden)
        {
            // Without the right to read the history only the nonce is left, which Discord knows for some minutes.
            Log.NotReadBack(logger, channel.ToString());
            return null;
        }
    }

    private async Task<Snowflake?> ReadAsync(
        Snowflake channel,
        string key,
        DateTimeOffset since,
        CancellationToken cancellationToken
    )
    {
        var after = Snowflake.At(since - Slack);
        for (var page = 0; page < MostPages; page++)
        {
            var query = new MessageQuery { After = after, Limit = InPage };
            var messages = await link.Client.Messages.ListAsync(channel, query, cancellationToken);
            foreach (var message in messages)
            {
                if (message.Author?.Id == link.Bot.Id && IsOf(message.Components ?? [], key))
                    return message.Id;
                if (message.Id > after)
                    after = message.Id;
            }
            if (messages.Count < InPage)
                break;
        }
        return null;
    }

    private static bool IsOf(IEnumerable<Component> components, string key) =>
        components.Any(component =>
            component switch
            {
                ActionRow row => IsOf(row.Components, key),
                Button button => CustomId.Read(button.CustomId) is { Kind: CustomIdKind.Delete, Text: var text }
                    && text == key,
                _ => false,
            }
        );

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Channel {Channel} may not be read back after a crash.")]
        public static partial void NotReadBack(ILogger logger, string channel);
    }
}
