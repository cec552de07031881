using PaperBot.Discord;

namespace PaperBot.Platforms.Discord.Owners;

/// <summary>What the bot lacks in a guild and in which channels.</summary>
/// <param name="Needed">The permission.</param>
/// <param name="Channels">The channels without it, by position.</param>
/// <param name="IsEverywhere">Whether that is all channels in which people write.</param>
internal sealed record MissingPermission(NeededPermission Needed, IReadOnlyList<Channel> Channels, bool IsEverywhere)
{
    /// <summary>Looks at every channel in which people write.</summary>
    public static IReadOnlyList<MissingPermission> In(Guild guild, Snowflake bot, IReadOnlyCollection<Snowflake> roles)
    {
        var channels = Written(guild);
        var rights = channels.ToDictionary(channel => channel.Id, channel => Rights(guild, channel, bot, roles));
        return
        [
            .. NeededPermission
                .All.Select(needed =>
                    (Needed: needed, Without: channels.Where(c => !rights[c.Id].HasFlag(needed.Permission)).ToArray())
                )
                .Where(found => found.Without.Length > 0)
                .Select(found => new MissingPermission(
                    found.Needed,
                    found.Without,
                    found.Without.Length == channels.Count
                )),
        ];
    }

    /// <summary>A channel in which the bot may write: the one for Discord's welcomes if it is one, else the first.</summary>
    public static Channel? WhereToWrite(Guild guild, Snowflake bot, IReadOnlyCollection<Snowflake> roles)
    {
        var open = Written(guild)
            .Where(channel =>
                Rights(guild, channel, bot, roles).HasFlag(Permissions.ViewChannel | Permissions.SendMessages)
            )
            .ToArray();
        return open.FirstOrDefault(channel => channel.Id == guild.SystemChannelId) ?? open.FirstOrDefault();
    }

    private static List<Channel> Written(Guild guild) =>
        [
            .. (guild.Channels ?? [])
                .Where(channel => channel.Type is ChannelType.GuildText or ChannelType.GuildAnnouncement)
                .OrderBy(channel => channel.Position)
                .ThenBy(channel => channel.Id),
        ];

    private static Permissions Rights(
        Guild guild,
        Channel channel,
        Snowflake bot,
        IReadOnlyCollection<Snowflake> roles
    ) =>
        PermissionRules.InChannel(
            PermissionRules.InGuild(guild, guild.Roles ?? [], bot, roles),
            guild.Id,
            channel,
            bot,
            roles
        );
}
