using PaperBot.Core.Texts;

namespace PaperBot.Markdown;

/// <summary>For whom a text is rendered.</summary>
/// <param name="Locale">The reader's language.</param>
/// <param name="Zone">The time zone in which moments are told.</param>
public sealed record Reader(Locale Locale, TimeZoneInfo Zone)
{
    /// <summary>English, UTC.</summary>
    public static Reader Default { get; } = new(Locale.English, TimeZoneInfo.Utc);

    /// <summary>The same reader for a moment that has a zone of its own; null: it has none.</summary>
    public Reader In(TimeZoneInfo? zone) => zone is null ? this : this with { Zone = zone };
}
