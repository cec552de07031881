using System.Globalization;

namespace PaperBot.Search.Query;

/// <summary>The days that <c>2024</c>, <c>2024-05</c> or <c>2024-05-17</c> stands for.</summary>
internal readonly record struct DayRange(DateOnly First, DateOnly Last)
{
    public static bool TryRead(string text, out DayRange range)
    {
        range = default;
        var parts = text.Split('-', '/', '.');
        if (parts.Length > 3 || parts[0].Length != 4 || !parts.All(part => part.Length is > 0 and <= 4))
            return false;
        var numbers = new int[parts.Length];
        for (var i = 0; i < parts.Length; i++)
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
                return false;
        var (year, month, day) = (numbers[0], numbers.ElementAtOrDefault(1), numbers.ElementAtOrDefault(2));
        if (year < 1 || (parts.Length > 1 && month is < 1 or > 12))
            return false;
        if (parts.Length > 2 && (day < 1 || day > DateTime.DaysInMonth(year, month)))
            return false;
        var first = new DateOnly(year, Math.Max(1, month), Math.Max(1, day));
        var last = parts.Length switch
        {
            1 => new DateOnly(year, 12, 31),
            2 => new DateOnly(year, month, DateTime.DaysInMonth(year, month)),
            _ => first,
        };
        range = new(first, last);
        return true;
    }
}
