using System.Globalization;
using System.Text;

namespace PaperBot.Core.Texts;

/// <summary>
/// Fills placeholders: <c>{name}</c>, <c>{count:N0}</c> (a .NET format), <c>{count:plural:paper|papers}</c> (the first
/// word for exactly 1), and <c>{{</c>, <c>}}</c> for the braces themselves.
/// </summary>
internal static class TextFormat
{
    private const string Plural = "plural:";

    public static string Fill(string pattern, Message message, Locale locale, ITexts texts)
    {
        var text = new StringBuilder(pattern.Length + 32);
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (c is '{' or '}' && i + 1 < pattern.Length && pattern[i + 1] == c)
            {
                text.Append(c);
                i++;
                continue;
            }
            if (c != '{')
            {
                text.Append(c);
                continue;
            }
            var end = pattern.IndexOf('}', i);
            if (end < 0)
                throw new FormatException($"The text '{message.Key}' has a brace that is not closed.");
            text.Append(Value(pattern.AsSpan(i + 1, end - i - 1), message, locale, texts));
            i = end;
        }
        return text.ToString();
    }

    private static string Value(ReadOnlySpan<char> placeholder, Message message, Locale locale, ITexts texts)
    {
        var colon = placeholder.IndexOf(':');
        var name = (colon < 0 ? placeholder : placeholder[..colon]).ToString();
        var format = colon < 0 ? "" : placeholder[(colon + 1)..].ToString();
        if (!message.Values.TryGetValue(name, out var value))
            throw new KeyNotFoundException($"The text '{message.Key}' wants a value for '{name}'.");
        if (format.StartsWith(Plural, StringComparison.Ordinal))
            return Choose(format[Plural.Length..], value);
        return value switch
        {
            null => "",
            string text => text,
            Message inner => texts.Get(locale, inner),
            TimeSpan duration => Durations.Word(duration, locale, texts),
            DateTimeOffset instant => TimeToken.Of(instant),
            IFormattable formattable => formattable.ToString(format.Length == 0 ? null : format, locale.Culture),
            _ => value.ToString() ?? "",
        };
    }

    private static string Choose(string words, object? value)
    {
        var bar = words.IndexOf('|', StringComparison.Ordinal);
        var one = Convert.ToDecimal(value, CultureInfo.InvariantCulture) == 1;
        return bar < 0 ? words
            : one ? words[..bar]
            : words[(bar + 1)..];
    }
}
