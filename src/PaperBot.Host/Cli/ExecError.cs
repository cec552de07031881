using System.Globalization;
using System.Text.Json.Nodes;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Texts;

namespace PaperBot.Host.Cli;

/// <summary>The error behind a reply, for programs: its key and values.</summary>
internal sealed record ExecError(string Key, JsonObject Values, DateTimeOffset? RetryAt)
{
    public static ExecError Of(Error error, Locale locale, ITexts texts)
    {
        var values = new JsonObject();
        foreach (var (name, value) in error.Message.Values)
            values[name] = Json(value, locale, texts);
        return new(error.Message.Key, values, error.RetryAt);
    }

    private static JsonValue? Json(object? value, Locale locale, ITexts texts) =>
        value switch
        {
            null => null,
            string text => JsonValue.Create(text),
            bool flag => JsonValue.Create(flag),
            int number => JsonValue.Create(number),
            long number => JsonValue.Create(number),
            double number => JsonValue.Create(number),
            TimeSpan duration => JsonValue.Create(duration.TotalSeconds),
            DateTimeOffset moment => JsonValue.Create(moment.ToString("O", CultureInfo.InvariantCulture)),
            Message inner => JsonValue.Create(texts.Get(locale, inner)),
            _ => JsonValue.Create(Convert.ToString(value, CultureInfo.InvariantCulture)),
        };
}
