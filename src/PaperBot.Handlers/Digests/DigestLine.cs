using System.Globalization;
using PaperBot.Core.Digests;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Digests;

/// <summary>A subscription in one line, and what can be done with it.</summary>
internal sealed class DigestLine(ITexts texts)
{
    public string Of(DigestSubscription subscription, Locale locale)
    {
        var settings = subscription.Settings;
        var line = texts.Get(
            locale,
            $"digest.line.{subscription.State.ToString().ToLowerInvariant()}",
            ("id", subscription.Id),
            ("categories", MarkdownText.Escape(settings.Categories)),
            ("at", settings.At.ToString("HH:mm", CultureInfo.InvariantCulture)),
            ("zone", MarkdownText.Escape(settings.Zone)),
            ("due", subscription.DueAt)
        );
        string[] filters =
        [
            Filter("include", settings.Include, locale),
            Filter("exclude", settings.Exclude, locale),
            Filter("authors", settings.Authors, locale),
        ];
        return line + string.Concat(filters);
    }

    public IReadOnlyList<ReplyAction> Actions(DigestSubscription subscription, Locale locale)
    {
        var id = subscription.Id;
        var other = subscription.State == DigestState.Active ? "pause" : "resume";
        return
        [
            ReplyAction.Run(texts.Get(locale, "digest.action.preview"), $"/digest preview {id}"),
            ReplyAction.Run(texts.Get(locale, $"digest.action.{other}"), $"/digest {other} {id}"),
            ReplyAction.Run(texts.Get(locale, "digest.action.remove"), $"/digest remove {id}"),
        ];
    }

    private string Filter(string name, IReadOnlyList<string> words, Locale locale) =>
        words.Count == 0
            ? ""
            : texts.Get(
                locale,
                $"digest.filter.{name}",
                ("words", MarkdownText.Escape(string.Join(texts.Get(locale, "paper.list.comma"), words)))
            );
}
