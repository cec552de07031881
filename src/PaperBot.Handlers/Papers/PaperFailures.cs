using PaperBot.Core.Outcomes;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Routing;

namespace PaperBot.Handlers.Papers;

/// <summary>A line for each paper of several that could not be shown.</summary>
internal static class PaperFailures
{
    private const int Most = 20;

    public static string Of(
        IReadOnlyList<(string Typed, Error Error)> failed,
        ErrorWords words,
        ITexts texts,
        Locale locale
    )
    {
        var lines = failed.Take(Most).Select(failure => "- " + words.Text(failure.Error, locale));
        var more = failed.Count > Most ? texts.Get(locale, "paper.failed.more", ("count", failed.Count - Most)) : "";
        return string.Join('\n', lines) + (more.Length > 0 ? $"\n\n{more}" : "");
    }
}
