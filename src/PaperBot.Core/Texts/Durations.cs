namespace PaperBot.Core.Texts;

/// <summary>Words for a duration, rounded up to what a waiting person wants to know.</summary>
internal static class Durations
{
    public static string Word(TimeSpan duration, Locale locale, ITexts texts)
    {
        var seconds = Math.Max(1, Math.Ceiling(duration.TotalSeconds));
        var (key, count) = seconds switch
        {
            < 100 => ("duration.seconds", seconds),
            < 100 * 60 => ("duration.minutes", Math.Ceiling(seconds / 60)),
            < 36 * 3600 => ("duration.hours", Math.Ceiling(seconds / 3600)),
            _ => ("duration.days", Math.Ceiling(seconds / 86_400)),
        };
        return texts.Get(locale, key, ("count", count));
    }
}
