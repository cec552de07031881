namespace PaperBot.Discord;

/// <summary>Discord's answer to a first answer, when asked for.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-callback-interaction-callback-response-object"/>
/// </remarks>
public sealed record InteractionCallbackResult : DiscordObject
{
    /// <summary>What became of it.</summary>
    public InteractionCallbackInfo? Interaction { get; init; }

    /// <summary>What it made.</summary>
    public InteractionCallbackResource? Resource { get; init; }
}
