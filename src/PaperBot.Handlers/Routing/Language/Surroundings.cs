using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Routing.Language;

/// <summary>The language and the time zone that an answer is written for.</summary>
internal sealed record Surroundings(Locale Locale, TimeZoneInfo Zone)
{
    /// <summary>False when nobody chose or told a zone, and UTC is only assumed.</summary>
    public bool IsZoneKnown { get; init; } = true;
}
