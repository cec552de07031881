namespace PaperBot.Discord;

/// <summary>A role was made or changed.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/events/gateway-events#guild-role-create"/>
/// </remarks>
public sealed record RoleChanged : DiscordObject
{
    /// <summary>The guild.</summary>
    public required Snowflake GuildId { get; init; }

    /// <summary>The role.</summary>
    public required Role Role { get; init; }
}
