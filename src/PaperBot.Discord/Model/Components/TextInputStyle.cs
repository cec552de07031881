namespace PaperBot.Discord;

/// <summary>How a field looks.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/components/reference#text-input-text-input-styles"/>
/// </remarks>
public enum TextInputStyle
{
    /// <summary>One line.</summary>
    Short = 1,

    /// <summary>Several lines.</summary>
    Paragraph = 2,
}
