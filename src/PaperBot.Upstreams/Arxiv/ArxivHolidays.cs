namespace PaperBot.Upstreams.Arxiv;

/// <summary>
/// Days (US Eastern) on whose evening arXiv usually announces nothing. It names them a year ahead (info.arxiv.org,
/// "Availability of submissions") and does not always keep to them, so they explain a missing list and are never the
/// reason not to look for one.
/// </summary>
internal static class ArxivHolidays
{
    // Those of the list that come on no fixed rule.
    private static readonly HashSet<DateOnly> Single = [new(2023, 6, 14), new(2023, 12, 27)];

    /// <summary>Whether arXiv's list of holidays has the day, or its rule would.</summary>
    public static bool Contains(DateOnly day) =>
        Single.Contains(day)
        || (day.Month, day.Day) switch
        {
            (1, 1) or (6, 19) or (7, 4) or (12, 25) => true,
            // Martin Luther King Day, Labor Day, Thanksgiving.
            (1, >= 15 and <= 21) or (9, <= 7) => day.DayOfWeek == DayOfWeek.Monday,
            (11, >= 22 and <= 28) => day.DayOfWeek == DayOfWeek.Thursday,
            _ => false,
        };
}
