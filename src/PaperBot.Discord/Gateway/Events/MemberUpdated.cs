namespace PaperBot.Discord;

/// <summary>A member changed; of the bot itself it comes without a privileged intent.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/events/gateway-events#guild-member-update"/>
/// </remarks>
public sealed record MemberUpdated : DiscordObject
{
    /// <summary>The guild.</summary>
    public required Snowflake GuildId { get; init; }

    /// <summary>Who.</summary>
    public required User User { get; init; }

    /// <summary>The roles, without everyone's.</summary>
    public IReadOnlyList<Snowflake>? Roles { get; init; }

    /// <summary>The name in this guild.</summary>
    public string? Nick { get; init; }
}
