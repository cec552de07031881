using System.Globalization;

namespace PaperBot.Markdown;

/// <summary>Words for a moment, in the reader's language and zone: <c>24 Nov 2025, 16:00 UTC+8</c>.</summary>
public static class Moments
{
    /// <summary>The words.</summary>
    public static string Word(DateTimeOffset instant, Reader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var local = Local(instant, reader.Zone);
        var format = reader.Locale.IsChinese ? "yyyy年M月d日 HH:mm" : "d MMM yyyy, HH:mm";
        return $"{local.ToString(format, reader.Locale.Culture)} {Zone(local.Offset)}";
    }

    private static DateTimeOffset Local(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var latest = DateTimeOffset.MaxValue.AddDays(-1);
        var earliest = DateTimeOffset.MinValue.AddDays(1);
        return instant < earliest || instant > latest ? instant : TimeZoneInfo.ConvertTime(instant, zone);
    }

    private static string Zone(TimeSpan offset)
    {
        if (offset == TimeSpan.Zero)
            return "UTC";
        var format = offset.Minutes == 0 ? "%h" : @"h\:mm";
        return $"UTC{(offset < TimeSpan.Zero ? '−' : '+')}{offset.ToString(format, CultureInfo.InvariantCulture)}";
    }
}
