namespace PaperBot.Discord;

/// <summary>A role was deleted.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/events/gateway-events#guild-role-delete"/>
/// </remarks>
public sealed record RoleDeleted : DiscordObject
{
    /// <summary>The guild.</summary>
    public required Snowflake GuildId { get; init; }

    /// <summary>The role.</summary>
    public required Snowflake RoleId { get; init; }
}
