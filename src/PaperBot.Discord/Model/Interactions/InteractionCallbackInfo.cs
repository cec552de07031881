namespace PaperBot.Discord;

/// <summary>What became of a first answer.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-callback-interaction-callback-object"/>
/// </remarks>
public sealed record InteractionCallbackInfo : DiscordObject
{
    /// <summary>The interaction.</summary>
    public required Snowflake Id { get; init; }

    /// <summary>Its kind.</summary>
    public InteractionType Type { get; init; }

    /// <summary>The message that was made.</summary>
    public Snowflake? ResponseMessageId { get; init; }

    /// <summary>Whether it is a deferral.</summary>
    public bool? ResponseMessageLoading { get; init; }

    /// <summary>Whether only the person sees it.</summary>
    public bool? ResponseMessageEphemeral { get; init; }
}
