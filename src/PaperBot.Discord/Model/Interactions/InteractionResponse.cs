using System.Text.Json;

namespace PaperBot.Discord;

/// <summary>The first answer to an interaction. Make one by the method that says what it does.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/interactions/receiving-and-responding#responding-to-an-interaction"/>
/// </remarks>
public sealed record InteractionResponse : DiscordObject
{
    /// <summary>The kind of answer.</summary>
    public required InteractionCallbackType Type { get; init; }

    /// <summary>The message, the form or the proposals, as they go over the wire.</summary>
    public JsonElement? Data { get; init; }

    /// <summary>The message of this answer, for its files to be numbered into.</summary>
    internal InteractionMessage? Message { get; init; }

    /// <summary>Answers an HTTP ping.</summary>
    public static InteractionResponse Pong { get; } = new() { Type = InteractionCallbackType.Pong };

    /// <summary>Presses: taken, nothing to see yet.</summary>
    public static InteractionResponse DeferUpdate { get; } =
        new() { Type = InteractionCallbackType.DeferredUpdateMessage };

    /// <summary>A message.</summary>
    public static InteractionResponse Reply(InteractionMessage message) =>
        new() { Type = InteractionCallbackType.ChannelMessageWithSource, Message = message };

    /// <summary>Presses: edits the message with the button.</summary>
    public static InteractionResponse Update(InteractionMessage message) =>
        new() { Type = InteractionCallbackType.UpdateMessage, Message = message };

    /// <summary>A message will follow; whether only the person sees it is decided here and stays.</summary>
    public static InteractionResponse Defer(bool ephemeral = false) =>
        new()
        {
            Type = InteractionCallbackType.DeferredChannelMessageWithSource,
            Message = ephemeral ? new InteractionMessage { Flags = MessageFlags.Ephemeral } : null,
        };

    /// <summary>Proposals while typing.</summary>
    public static InteractionResponse Choices(params IReadOnlyList<CommandChoice> choices) =>
        new()
        {
            Type = InteractionCallbackType.ApplicationCommandAutocompleteResult,
            Data = JsonSerializer.SerializeToElement(
                new AutocompleteChoices { Choices = choices },
                Json.DiscordJson.Wire.AutocompleteChoices
            ),
        };

    /// <summary>Opens a form.</summary>
    public static InteractionResponse Form(Modal modal) =>
        new()
        {
            Type = InteractionCallbackType.Modal,
            Data = JsonSerializer.SerializeToElement(modal, Json.DiscordJson.Wire.Modal),
        };
}
