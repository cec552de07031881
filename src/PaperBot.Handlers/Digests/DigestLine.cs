using System.Globalization;
using PaperBot.Core.Digests;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Digests;

/// <summary>A subscription in one line, and what can be done with it.</summary>
internal sealed class DigestLine(ITexts texts)
{
    private static readonly DayOfWeek[] Week =
    [
        DayOfWeek.Monday,
        DayOfWeek.Tuesday,
        DayOfWeek.Wednesday,
        DayOfWeek.Thursday,
        DayOfWeek.Friday,
        DayOfWeek.Saturday,
        DayOfWeek.Sunday,
    ];

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
            ("due", DigestClock.Word(subscription.DueAt, settings))
        );
        string[] filters =
        [
            Filter("include", settings.Include, locale),
            Filter("exclude", settings.Exclude, locale),
            Filter("authors", settings.Authors, locale),
            Days(settings.Days, locale),
            settings.Replacements ? texts.Get(locale, "digest.filter.replacements") : "",
            settings.Limit is { } limit ? texts.Get(locale, "digest.filter.limit", ("count", limit)) : "",
            settings.Style == DigestStyle.Cards ? texts.Get(locale, "digest.filter.cards") : "",
            settings.Role is null ? "" : texts.Get(locale, "digest.filter.role"),
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
            ReplyAction.Run(texts.Get(locale, "digest.action.edit"), $"/digest edit {id} categories:?"),
            ReplyAction.Run(texts.Get(locale, "digest.action.remove"), $"/digest remove {id}"),
        ];
    }

    private string Days(DigestDays days, Locale locale)
    {
        if (days == DigestDays.All)
            return "";
        var names =
            days == DigestDays.Weekdays
                ? texts.Get(locale, "digest.days.weekdays")
                : string.Join(
                    texts.Get(locale, "paper.list.comma"),
                    Week.Where(day => days.HasFlag((DigestDays)(1 << (int)day)))
                        .Select(day => texts.Get(locale, $"digest.day.{day.ToString().ToLowerInvariant()}"))
                );
        return texts.Get(locale, "digest.filter.days", ("days", names));
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
