using System.Text.Json.Serialization;

namespace PaperBot.Discord;

/// <summary>
/// Somebody used a command, a button, a menu or a form. The first answer is due within 3 seconds, and the token lives
/// for 15 minutes.
/// </summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object"/>
/// </remarks>
public sealed record Interaction : DiscordObject
{
    /// <summary>The interaction.</summary>
    public required Snowflake Id { get; init; }

    /// <summary>The app.</summary>
    public required Snowflake ApplicationId { get; init; }

    /// <summary>What happened.</summary>
    public InteractionType Type { get; init; }

    /// <summary>The details; absent in a ping.</summary>
    public InteractionData? Data { get; init; }

    /// <summary>The guild, if any.</summary>
    public Snowflake? GuildId { get; init; }

    /// <summary>The channel.</summary>
    public Channel? Channel { get; init; }

    /// <summary>Its id.</summary>
    public Snowflake? ChannelId { get; init; }

    /// <summary>Who, in a guild.</summary>
    public GuildMember? Member { get; init; }

    /// <summary>Who, in a direct message.</summary>
    public User? User { get; init; }

    /// <summary>Answers are sent with it: treat it as a secret.</summary>
    public required string Token { get; init; }

    /// <summary>Always 1.</summary>
    public int? Version { get; init; }

    /// <summary>Presses: the message with the button.</summary>
    public Message? Message { get; init; }

    /// <summary>What the app may do in this channel.</summary>
    public Permissions? AppPermissions { get; init; }

    /// <summary>The person's language.</summary>
    public string? Locale { get; init; }

    /// <summary>The guild's language.</summary>
    public string? GuildLocale { get; init; }

    /// <summary>Who installed the app: <c>0</c> the guild (id 0 in direct messages), <c>1</c> the person.</summary>
    public IReadOnlyDictionary<string, Snowflake>? AuthorizingIntegrationOwners { get; init; }

    /// <summary>Where it happened.</summary>
    public InteractionContextType? Context { get; init; }

    /// <summary>Bytes that an answer's files may have together.</summary>
    public long? AttachmentSizeLimit { get; init; }

    /// <summary>Who did it, wherever it happened.</summary>
    [JsonIgnore]
    public User? Invoker => Member?.User ?? User;
}
