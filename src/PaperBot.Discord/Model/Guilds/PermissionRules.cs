namespace PaperBot.Discord;

/// <summary>Works out what a member may do.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/topics/permissions#permission-overwrites"/>
/// </remarks>
public static class PermissionRules
{
    private const Permissions Everything = (Permissions)((1UL << 53) - 1);

    /// <summary>What the member may do in the guild as a whole.</summary>
    /// <param name="guild">The guild with its id and owner.</param>
    /// <param name="roles">All roles of the guild.</param>
    /// <param name="user">The member's account.</param>
    /// <param name="memberRoles">The member's roles.</param>
    public static Permissions InGuild(
        Guild guild,
        IEnumerable<Role> roles,
        Snowflake user,
        IReadOnlyCollection<Snowflake> memberRoles
    )
    {
        ArgumentNullException.ThrowIfNull(guild);
        if (guild.OwnerId == user)
            return Everything;
        var sum = roles
            .Where(role => role.Id == guild.Id || memberRoles.Contains(role.Id))
            .Aggregate(Permissions.None, (all, role) => all | role.Permissions);
        return sum.HasFlag(Permissions.Administrator) ? Everything : sum;
    }

    /// <summary>What the member may do in a channel. A thread has the overwrites of its parent: pass that.</summary>
    /// <param name="inGuild">What <see cref="InGuild"/> gave.</param>
    /// <param name="guild">The guild's id, which is also the id of everyone's role.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="user">The member's account.</param>
    /// <param name="memberRoles">The member's roles.</param>
    public static Permissions InChannel(
        Permissions inGuild,
        Snowflake guild,
        Channel channel,
        Snowflake user,
        IReadOnlyCollection<Snowflake> memberRoles
    )
    {
        ArgumentNullException.ThrowIfNull(channel);
        if (inGuild.HasFlag(Permissions.Administrator))
            return Everything;
        var overwrites = channel.PermissionOverwrites ?? [];
        var result = Apply(inGuild, overwrites.Where(o => o.Id == guild));
        result = Apply(result, overwrites.Where(o => o.Type == OverwriteType.Role && memberRoles.Contains(o.Id)));
        result = Apply(result, overwrites.Where(o => o.Type == OverwriteType.Member && o.Id == user));
        return result.HasFlag(Permissions.ViewChannel) ? result : Permissions.None;
    }

    private static Permissions Apply(Permissions start, IEnumerable<PermissionOverwrite> overwrites)
    {
        var (allow, deny) = (Permissions.None, Permissions.None);
        foreach (var overwrite in overwrites)
        {
            allow |= overwrite.Allow;
            deny |= overwrite.Deny;
        }

        return (start & ~deny) | allow;
    }
}
