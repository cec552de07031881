using System.Globalization;

namespace PaperBot.Handlers.Papers;

/// <summary>Days as everybody reads them.</summary>
internal static class DayName
{
    public static string Of(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Of(DateTimeOffset moment) => Of(DateOnly.FromDateTime(moment.UtcDateTime));
}
