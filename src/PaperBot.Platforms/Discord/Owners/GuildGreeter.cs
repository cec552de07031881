using Microsoft.Extensions.Logging;
using PaperBot.Core.Delivery;
using PaperBot.Core.Preferences;
using PaperBot.Core.Texts;
using PaperBot.Discord;
using PaperBot.Platforms.Discord.Connection;

namespace PaperBot.Platforms.Discord.Owners;

/// <summary>
/// Greets a guild once after joining it. That it was greeted is kept among the guild's preferences, so a restart does
/// not greet again; a guild that was joined long ago is never greeted, whatever has been forgotten since.
/// </summary>
internal sealed partial class GuildGreeter(
    DiscordLink link,
    DiscordWork work,
    Greeting greeting,
    IPreferenceStore preferences,
    IEnumerable<IOutbox> outboxes,
    TimeProvider time,
    ILogger<GuildGreeter> logger
) : IDiscordListener
{
    private const string Greeted = "greeted";

    /// <summary>A bot may be added while it is not running.</summary>
    private static readonly TimeSpan New = TimeSpan.FromDays(7);

    public ValueTask OnEventAsync(GatewayEvent received, CancellationToken cancellationToken)
    {
        if (
            received is { Name: GatewayEventNames.GuildCreate, Data: Guild { Unavailable: not true } guild }
            && guild.JoinedAt > time.GetUtcNow() - New
        )
            work.TryBegin("greeting", ct => GreetAsync(guild, ct));
        return ValueTask.CompletedTask;
    }

    private async Task GreetAsync(Guild guild, CancellationToken cancellationToken)
    {
        var owner = PreferenceOwner.Of(DiscordIds.Place(guild.Id));
        if ((await preferences.ReadAsync(owner, cancellationToken)).ContainsKey(Greeted))
            return;
        var bot = link.Bot.Id;
        var roles = await RolesAsync(guild, bot, cancellationToken);
        var missing = MissingPermission.In(guild, bot, roles);
        if (MissingPermission.WhereToWrite(guild, bot, roles) is not { } channel)
        {
            Log.NowhereToWrite(logger, guild.Id.ToString());
            return;
        }

        var locale = Locale.Parse(guild.PreferredLocale);
        var outbox = outboxes.Single(o => o.Platform == DiscordIds.Platform);
        var destination = new Destination(DiscordIds.Place(channel.Id)) { Locale = locale };
        var key = new DeliveryKey($"greeting-{guild.Id}");
        var sent = await outbox.PostAsync(destination, greeting.Write(missing, locale), key, cancellationToken);
        if (sent is not DeliveryResult.Sent)
        {
            Log.NotGreeted(logger, guild.Id.ToString(), sent.GetType().Name);
            return;
        }

        await preferences.WriteAsync(owner, Greeted, "1", cancellationToken);
        Log.HasGreeted(logger, guild.Id.ToString(), missing.Count);
    }

    private async Task<IReadOnlyCollection<Snowflake>> RolesAsync(
        Guild guild,
        Snowflake bot,
        CancellationToken cancellationToken
    )
    {
        var member = guild.Members?.FirstOrDefault(m => m.User?.Id == bot);
        member ??= await link.Client.Guilds.GetMemberAsync(guild.Id, bot, cancellationToken);
        return [.. member.Roles ?? []];
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Guild {Guild} is greeted; {Count} permissions are missing somewhere.")]
        public static partial void HasGreeted(ILogger logger, string guild, int count);

        [LoggerMessage(2, LogLevel.Warning, "Guild {Guild} has no channel in which the bot may write.")]
        public static partial void NowhereToWrite(ILogger logger, string guild);

        [LoggerMessage(3, LogLevel.Warning, "Guild {Guild} could not be greeted: {Reason}.")]
        public static partial void NotGreeted(ILogger logger, string guild, string reason);
    }
}
