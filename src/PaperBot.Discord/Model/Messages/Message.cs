using System.Text.Json;

namespace PaperBot.Discord;

/// <summary>
/// A message. Its text is empty without the message-content intent, unless it mentions the bot or is a direct message.
/// </summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/resources/message#message-object"/>
/// </remarks>
public sealed record Message : DiscordObject
{
    /// <summary>The message.</summary>
    public required Snowflake Id { get; init; }

    /// <summary>Where it stands.</summary>
    public required Snowflake ChannelId { get; init; }

    /// <summary>Its guild; only in events.</summary>
    public Snowflake? GuildId { get; init; }

    /// <summary>Who wrote it; absent in partial updates.</summary>
    public User? Author { get; init; }

    /// <summary>The author in the guild; only in events.</summary>
    public GuildMember? Member { get; init; }

    /// <summary>The text.</summary>
    public string? Content { get; init; }

    /// <summary>When it was sent.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>When it was last edited.</summary>
    public DateTimeOffset? EditedTimestamp { get; init; }

    /// <summary>Read aloud.</summary>
    public bool? Tts { get; init; }

    /// <summary>Whether it notified everyone.</summary>
    public bool? MentionEveryone { get; init; }

    /// <summary>The people it mentions.</summary>
    public IReadOnlyList<User>? Mentions { get; init; }

    /// <summary>The roles it mentions.</summary>
    public IReadOnlyList<Snowflake>? MentionRoles { get; init; }

    /// <summary>Its files.</summary>
    public IReadOnlyList<Attachment>? Attachments { get; init; }

    /// <summary>Its cards.</summary>
    public IReadOnlyList<Embed>? Embeds { get; init; }

    /// <summary>Pinned.</summary>
    public bool? Pinned { get; init; }

    /// <summary>The webhook that posted it, if any.</summary>
    public Snowflake? WebhookId { get; init; }

    /// <summary>0 plain, 19 a reply, 20 a command's answer, and more.</summary>
    public int? Type { get; init; }

    /// <summary>For answers to interactions: the app.</summary>
    public Snowflake? ApplicationId { get; init; }

    /// <summary>Its bits.</summary>
    public MessageFlags? Flags { get; init; }

    /// <summary>What it answers.</summary>
    public MessageReference? MessageReference { get; init; }

    /// <summary>That message, when it is sent along.</summary>
    public Message? ReferencedMessage { get; init; }

    /// <summary>The interaction that it answers.</summary>
    public MessageInteraction? InteractionMetadata { get; init; }

    /// <summary>The thread that hangs on it.</summary>
    public Channel? Thread { get; init; }

    /// <summary>Buttons and the like.</summary>
    public IReadOnlyList<Component>? Components { get; init; }

    /// <summary>Place in a thread.</summary>
    public int? Position { get; init; }

    /// <summary>What the sender gave to recognise it, a text or a number.</summary>
    public JsonElement? Nonce { get; init; }
}
