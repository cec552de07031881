namespace PaperBot.Discord;

/// <summary>Where a command is found.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-types"/>
/// </remarks>
public enum ApplicationCommandType
{
    /// <summary>Typed with a slash.</summary>
    ChatInput = 1,

    /// <summary>In a person's menu.</summary>
    User = 2,

    /// <summary>In a message's menu.</summary>
    Message = 3,

    /// <summary>Starts an activity.</summary>
    PrimaryEntryPoint = 4,
}
