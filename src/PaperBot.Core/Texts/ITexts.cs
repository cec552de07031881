namespace PaperBot.Core.Texts;

/// <summary>Every string that a user sees, by key and language.</summary>
public interface ITexts
{
    /// <summary>The text of <paramref name="message"/> in the language of <paramref name="locale"/>.</summary>
    /// <exception cref="KeyNotFoundException">No resource has the key, or a placeholder has no value.</exception>
    string Get(Locale locale, Message message);

    /// <summary>The text by its key, or null where no resource has it.</summary>
    string? Find(Locale locale, string key);
}
