namespace PaperBot.Discord;

/// <summary>A person in a guild.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/resources/guild#guild-member-object"/>
/// </remarks>
public sealed record GuildMember : DiscordObject
{
    /// <summary>The account; absent in the member of a message.</summary>
    public User? User { get; init; }

    /// <summary>The name in this guild.</summary>
    public string? Nick { get; init; }

    /// <summary>The roles, without everyone's.</summary>
    public IReadOnlyList<Snowflake>? Roles { get; init; }

    /// <summary>Since when.</summary>
    public DateTimeOffset? JoinedAt { get; init; }

    /// <summary>Deafened in voice.</summary>
    public bool? Deaf { get; init; }

    /// <summary>Muted in voice.</summary>
    public bool? Mute { get; init; }

    /// <summary>Has not passed the membership screen.</summary>
    public bool? Pending { get; init; }

    /// <summary>Bits of the member.</summary>
    public long? Flags { get; init; }

    /// <summary>End of a timeout.</summary>
    public DateTimeOffset? CommunicationDisabledUntil { get; init; }

    /// <summary>In an interaction: everything this member may do in its channel.</summary>
    public Permissions? Permissions { get; init; }
}
