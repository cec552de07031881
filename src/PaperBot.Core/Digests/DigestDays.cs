namespace PaperBot.Core.Digests;

/// <summary>Days of the week, in the subscriber's zone.</summary>
[Flags]
public enum DigestDays
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Sunday; the bits follow <see cref="DayOfWeek"/>.</summary>
    Sunday = 1,

    /// <summary>Monday.</summary>
    Monday = 2,

    /// <summary>Tuesday.</summary>
    Tuesday = 4,

    /// <summary>Wednesday.</summary>
    Wednesday = 8,

    /// <summary>Thursday.</summary>
    Thursday = 16,

    /// <summary>Friday.</summary>
    Friday = 32,

    /// <summary>Saturday.</summary>
    Saturday = 64,

    /// <summary>Monday to Friday.</summary>
    Weekdays = Monday | Tuesday | Wednesday | Thursday | Friday,

    /// <summary>Every day.</summary>
    All = Weekdays | Saturday | Sunday,
}
