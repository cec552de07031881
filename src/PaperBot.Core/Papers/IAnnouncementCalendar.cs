namespace PaperBot.Core.Papers;

/// <summary>
/// When arXiv is expected to announce. Holidays explain a missing list; they are never the reason not to look for one.
/// </summary>
public interface IAnnouncementCalendar
{
    /// <summary>The day whose list is today's: from 20:00 Eastern on tomorrow's, where one is due.</summary>
    DateOnly CurrentDay(DateTimeOffset now);

    /// <summary>When the list of a day comes out: 20:00 Eastern on the evening before.</summary>
    DateTimeOffset AnnouncedAt(DateOnly day);

    /// <summary>From when on the list of a day is taken to be complete.</summary>
    DateTimeOffset SettledAt(DateOnly day);

    /// <summary>Why a day has no list, if the calendar has none; null where one is expected.</summary>
    QuietReason? QuietReasonOf(DateOnly day);

    /// <summary>The next announcement after a moment, holidays passed over.</summary>
    DateTimeOffset NextDue(DateTimeOffset now);
}
