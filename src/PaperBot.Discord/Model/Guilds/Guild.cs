namespace PaperBot.Discord;

/// <summary>A guild (a server). Lists are filled in GUILD_CREATE only.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/resources/guild#guild-object"/>
/// </remarks>
public sealed record Guild : DiscordObject
{
    /// <summary>The guild.</summary>
    public required Snowflake Id { get; init; }

    /// <summary>Down, or not sent yet, or (in GUILD_DELETE, when absent) left.</summary>
    public bool? Unavailable { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>Hash of the picture.</summary>
    public string? Icon { get; init; }

    /// <summary>The owner, who may do everything.</summary>
    public Snowflake? OwnerId { get; init; }

    /// <summary>All roles.</summary>
    public IReadOnlyList<Role>? Roles { get; init; }

    /// <summary>The guild's language.</summary>
    public string? PreferredLocale { get; init; }

    /// <summary>Enabled features.</summary>
    public IReadOnlyList<string>? Features { get; init; }

    /// <summary>Where Discord posts welcomes.</summary>
    public Snowflake? SystemChannelId { get; init; }

    /// <summary>Where the rules are.</summary>
    public Snowflake? RulesChannelId { get; init; }

    /// <summary>Where moderators hear from Discord.</summary>
    public Snowflake? PublicUpdatesChannelId { get; init; }

    /// <summary>What it is about.</summary>
    public string? Description { get; init; }

    /// <summary>Boost level 0 to 3; it raises the upload limit.</summary>
    public int? PremiumTier { get; init; }

    /// <summary>What is asked of newcomers.</summary>
    public int? VerificationLevel { get; init; }

    /// <summary>Age restriction.</summary>
    public int? NsfwLevel { get; init; }

    /// <summary>Members, when asked for with counts.</summary>
    public int? ApproximateMemberCount { get; init; }

    /// <summary>Members.</summary>
    public int? MemberCount { get; init; }

    /// <summary>When the bot joined.</summary>
    public DateTimeOffset? JoinedAt { get; init; }

    /// <summary>Whether offline members are left out.</summary>
    public bool? Large { get; init; }

    /// <summary>Some members, the bot among them.</summary>
    public IReadOnlyList<GuildMember>? Members { get; init; }

    /// <summary>All channels that the bot sees.</summary>
    public IReadOnlyList<Channel>? Channels { get; init; }

    /// <summary>All active threads that the bot sees.</summary>
    public IReadOnlyList<Channel>? Threads { get; init; }
}
