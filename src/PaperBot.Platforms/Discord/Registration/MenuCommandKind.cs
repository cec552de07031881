namespace PaperBot.Platforms.Discord.Registration;

/// <summary>What a command of a message's menu does.</summary>
internal enum MenuCommandKind
{
    /// <summary>Looks up every paper that the message names.</summary>
    LookUp,

    /// <summary>Draws the message's formulas.</summary>
    Latex,

    /// <summary>Asks about the message's paper.</summary>
    Ask,
}
