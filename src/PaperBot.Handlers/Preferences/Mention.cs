namespace PaperBot.Handlers.Preferences;

/// <summary>One entry of a list that somebody typed.</summary>
/// <param name="Kind">What it points at.</param>
/// <param name="Key">The platform's id.</param>
/// <param name="Typed">The whole word.</param>
internal readonly record struct Mention(MentionKind Kind, string Key, string Typed)
{
    /// <summary>Whether the key can be an id: every platform's have digits, and names that somebody typed seldom do.</summary>
    public bool IsId => Key.Any(char.IsAsciiDigit);
}
