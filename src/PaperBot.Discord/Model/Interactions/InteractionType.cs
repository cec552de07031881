namespace PaperBot.Discord;

/// <summary>What happened.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-interaction-type"/>
/// </remarks>
public enum InteractionType
{
    /// <summary>Discord tests an HTTP endpoint.</summary>
    Ping = 1,

    /// <summary>A command was invoked.</summary>
    ApplicationCommand = 2,

    /// <summary>A button was pressed or a menu used.</summary>
    MessageComponent = 3,

    /// <summary>Somebody types a parameter.</summary>
    ApplicationCommandAutocomplete = 4,

    /// <summary>A form was sent.</summary>
    ModalSubmit = 5,
}
