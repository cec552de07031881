namespace PaperBot.Discord;

/// <summary>Asks for members; they come as GUILD_MEMBERS_CHUNK.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/events/gateway-events#request-guild-members"/>
/// </remarks>
public sealed record GuildMembersRequest : DiscordObject
{
    /// <summary>The guild.</summary>
    public required Snowflake GuildId { get; init; }

    /// <summary>How the name begins; empty for all, which needs a privileged intent.</summary>
    public string? Query { get; init; }

    /// <summary>At most, with a query up to 100.</summary>
    public int Limit { get; init; }

    /// <summary>These people, up to 100.</summary>
    public IReadOnlyList<Snowflake>? UserIds { get; init; }

    /// <summary>Comes back, up to 32 bytes.</summary>
    public string? Nonce { get; init; }
}
