namespace PaperBot.Upstreams.Arxiv;

/// <summary>The moments of a list's day (US Eastern).</summary>
internal static class ArxivDays
{
    private static readonly TimeOnly Evening = new(20, 0);
    private static readonly TimeOnly Morning = new(6, 0);

    /// <summary>The Eastern date of a moment.</summary>
    public static DateOnly Of(DateTimeOffset moment) => DateOnly.FromDateTime(EasternTime.Of(moment));

    /// <summary>When the list of a day comes out: the evening before.</summary>
    public static DateTimeOffset AnnouncedAt(DateOnly day) => EasternTime.At(day.AddDays(-1), Evening);

    /// <summary>From when on the feed has the list of a day.</summary>
    public static DateTimeOffset InFeedAt(DateOnly day) => EasternTime.At(day, TimeOnly.MinValue);

    /// <summary>From when on the list of a day is taken to be complete.</summary>
    public static DateTimeOffset SettledAt(DateOnly day) => EasternTime.At(day, Morning);
}
