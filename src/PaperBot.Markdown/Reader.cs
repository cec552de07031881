using PaperBot.Core.Texts;

namespace PaperBot.Markdown;

/// <summary>For whom a text is rendered.</summary>
/// <param name="Locale">The reader's language.</param>
/// <param name="Zone">The time zone in which moments are told.</param>
public sealed record Reader(Locale Locale, TimeZoneInfo Zone)
{
    /// <summary>English, UTC.</summary>
    public static Reader Default { get; } = new(Locale.English, TimeZoneInfo.Utc);
}
