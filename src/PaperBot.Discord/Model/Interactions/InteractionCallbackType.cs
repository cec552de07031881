namespace PaperBot.Discord;

/// <summary>The kind of a first answer.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type"/>
/// </remarks>
public enum InteractionCallbackType
{
    /// <summary>Answers a ping.</summary>
    Pong = 1,

    /// <summary>A message.</summary>
    ChannelMessageWithSource = 4,

    /// <summary>A message will follow; the person sees that the app thinks.</summary>
    DeferredChannelMessageWithSource = 5,

    /// <summary>Presses: taken, nothing to see yet.</summary>
    DeferredUpdateMessage = 6,

    /// <summary>Presses: edits the message with the button.</summary>
    UpdateMessage = 7,

    /// <summary>Proposals.</summary>
    ApplicationCommandAutocompleteResult = 8,

    /// <summary>Opens a form.</summary>
    Modal = 9,

    /// <summary>Starts an activity.</summary>
    LaunchActivity = 12,
}
