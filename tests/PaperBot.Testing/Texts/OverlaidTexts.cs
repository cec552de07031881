using PaperBot.Core.Texts;

namespace PaperBot.Testing.Texts;

/// <summary>Some texts of a test before those of a bot.</summary>
public sealed class OverlaidTexts(ITexts below, params (string Key, string Text)[] own) : ITexts
{
    public string Get(Locale locale, Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return Own(message.Key) ?? below.Get(locale, message);
    }

    public string? Find(Locale locale, string key) => Own(key) ?? below.Find(locale, key);

    private string? Own(string key) => own.FirstOrDefault(pair => pair.Key == key).Text;
}
