using System.Text.Json.Serialization;

namespace PaperBot.Discord;

/// <summary>A channel or a thread.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/resources/channel#channel-object"/>
/// </remarks>
public sealed record Channel : DiscordObject
{
    /// <summary>The channel.</summary>
    public required Snowflake Id { get; init; }

    /// <summary>Its kind.</summary>
    public ChannelType Type { get; init; }

    /// <summary>Its guild; absent in direct messages and inside GUILD_CREATE.</summary>
    public Snowflake? GuildId { get; init; }

    /// <summary>Order in the list.</summary>
    public int? Position { get; init; }

    /// <summary>Exceptions to the guild's permissions.</summary>
    public IReadOnlyList<PermissionOverwrite>? PermissionOverwrites { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>Its subject.</summary>
    public string? Topic { get; init; }

    /// <summary>Adults only.</summary>
    public bool? Nsfw { get; init; }

    /// <summary>The newest message, which may be gone.</summary>
    public Snowflake? LastMessageId { get; init; }

    /// <summary>Slow mode, seconds between two messages of a person.</summary>
    public int? RateLimitPerUser { get; init; }

    /// <summary>The people of a direct message.</summary>
    public IReadOnlyList<User>? Recipients { get; init; }

    /// <summary>Who opened the thread.</summary>
    public Snowflake? OwnerId { get; init; }

    /// <summary>The category, or a thread's channel.</summary>
    public Snowflake? ParentId { get; init; }

    /// <summary>A thread's messages.</summary>
    public int? MessageCount { get; init; }

    /// <summary>A thread's members, up to 50.</summary>
    public int? MemberCount { get; init; }

    /// <summary>What only threads have.</summary>
    public ThreadMetadata? ThreadMetadata { get; init; }

    /// <summary>In an interaction: everything the invoking person may do here.</summary>
    public Permissions? Permissions { get; init; }

    /// <summary>In an interaction: what the app may do here.</summary>
    public Permissions? AppPermissions { get; init; }

    /// <summary>Bits of the channel.</summary>
    public long? Flags { get; init; }

    /// <summary>Whether it is a thread of any kind.</summary>
    [JsonIgnore]
    public bool IsThread =>
        Type is ChannelType.AnnouncementThread or ChannelType.PublicThread or ChannelType.PrivateThread;
}
