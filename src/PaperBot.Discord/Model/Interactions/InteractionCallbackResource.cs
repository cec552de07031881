namespace PaperBot.Discord;

/// <summary>What a first answer made.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-callback-interaction-callback-resource-object"/>
/// </remarks>
public sealed record InteractionCallbackResource : DiscordObject
{
    /// <summary>The kind of answer.</summary>
    public InteractionCallbackType Type { get; init; }

    /// <summary>The message.</summary>
    public Message? Message { get; init; }
}
