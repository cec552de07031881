namespace PaperBot.Discord;

/// <summary>The interaction that a message answers.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/resources/message#message-interaction-metadata-object"/>
/// </remarks>
public sealed record MessageInteraction : DiscordObject
{
    /// <summary>The interaction.</summary>
    public required Snowflake Id { get; init; }

    /// <summary>Its kind.</summary>
    public InteractionType Type { get; init; }

    /// <summary>Who invoked it.</summary>
    public User? User { get; init; }

    /// <summary>For follow-ups: the first answer.</summary>
    public Snowflake? OriginalResponseMessageId { get; init; }

    /// <summary>For presses: the message with the button.</summary>
    public Snowflake? InteractedMessageId { get; init; }
}
