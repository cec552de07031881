using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Routing;

/// <summary>
/// Words an error in the reader's language. A text with a <c>{wait}</c> of its own, or with the very time, says itself
/// when to come back; otherwise that is added.
/// </summary>
internal sealed class ErrorWords(ITexts texts, TimeProvider time)
{
    private const string Wait = "wait";

    public Reply Reply(Error error, Locale locale, Visibility visibility = Visibility.Public) =>
        Core.Replies.Reply.Of(Text(error, locale)) with
        {
            Visibility = visibility,
        };

    public string Text(Error error, Locale locale)
    {
        var message = error.Message;
        if (error.RetryAt is not { } retryAt || message.Values.ContainsKey(Wait) || Names(message, retryAt))
            return texts.Get(locale, message);
        var wait = retryAt - time.GetUtcNow();
        if (texts.Find(locale, message.Key)?.Contains("{" + Wait, StringComparison.Ordinal) is true)
            return texts.Get(locale, message with { Values = With(message.Values, wait) });
        return texts.Get(locale, message) + texts.Get(locale, "error.retry", (Wait, wait));
    }

    private static bool Names(Message message, DateTimeOffset time) => message.Values.Values.Contains(time);

    private static Dictionary<string, object?> With(IReadOnlyDictionary<string, object?> values, TimeSpan wait) =>
        new(values) { [Wait] = wait };
}
