namespace PaperBot.Discord;

/// <summary>The type of a parameter.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-type"/>
/// </remarks>
public enum ApplicationCommandOptionType
{
    /// <summary>A command below.</summary>
    SubCommand = 1,

    /// <summary>A group of commands below.</summary>
    SubCommandGroup = 2,

    /// <summary>Text.</summary>
    String = 3,

    /// <summary>A whole number within 2^53.</summary>
    Integer = 4,

    /// <summary>Yes or no.</summary>
    Boolean = 5,

    /// <summary>A person.</summary>
    User = 6,

    /// <summary>A channel.</summary>
    Channel = 7,

    /// <summary>A role.</summary>
    Role = 8,

    /// <summary>A person or a role.</summary>
    Mentionable = 9,

    /// <summary>A number within 2^53.</summary>
    Number = 10,

    /// <summary>A file.</summary>
    Attachment = 11,
}
