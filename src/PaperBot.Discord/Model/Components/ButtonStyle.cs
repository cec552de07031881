namespace PaperBot.Discord;

/// <summary>How a button looks.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/components/reference#button-button-styles"/>
/// </remarks>
public enum ButtonStyle
{
    /// <summary>The main one.</summary>
    Primary = 1,

    /// <summary>Grey.</summary>
    Secondary = 2,

    /// <summary>Green.</summary>
    Success = 3,

    /// <summary>Red.</summary>
    Danger = 4,

    /// <summary>Opens an address; no interaction.</summary>
    Link = 5,

    /// <summary>Sells.</summary>
    Premium = 6,
}
