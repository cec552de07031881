namespace PaperBot.Core.Texts;

/// <summary>The short way to ask for a text.</summary>
public static class TextsExtensions
{
    /// <summary>The text of <paramref name="key"/> with its placeholders filled.</summary>
    public static string Get(this ITexts texts, Locale locale, string key, params (string Name, object? Value)[] values)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return texts.Get(locale, Message.Of(key, values));
    }
}
