using System.Globalization;

namespace PaperBot.Core.Texts;

/// <summary>
/// A moment inside a reply's Markdown, written as the autolink <c>&lt;time:1764000000&gt;</c> (seconds since 1970,
/// UTC). Each platform shows it in the reader's time zone: Discord by its own timestamps, others as text. A moment that
/// belongs to a zone of its own (<c>&lt;time:1764000000@Asia/Shanghai&gt;</c>) is told in that one where it is text.
/// </summary>
public static class TimeToken
{
    /// <summary>The scheme of the autolink.</summary>
    public const string Scheme = "time";

    private const char At = '@';
    private const int LongestZone = 60;

    /// <summary>The token for a moment.</summary>
    public static string Of(DateTimeOffset instant) =>
        string.Create(CultureInfo.InvariantCulture, $"<{Scheme}:{instant.ToUnixTimeSeconds()}>");

    /// <summary>The token for a moment that is told in a zone of its own.</summary>
    public static string Of(DateTimeOffset instant, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return zone.HasIanaId
            ? string.Create(CultureInfo.InvariantCulture, $"<{Scheme}:{instant.ToUnixTimeSeconds()}{At}{zone.Id}>")
            : Of(instant);
    }

    /// <summary>Reads the address inside a token (<c>time:1764000000</c>).</summary>
    /// <param name="address">The address.</param>
    /// <param name="instant">The moment.</param>
    /// <param name="zone">The moment's own zone; null when it is told in the reader's.</param>
    public static bool TryParse(string? address, out DateTimeOffset instant, out TimeZoneInfo? zone)
    {
        (instant, zone) = (default, null);
        if (address is null || !address.StartsWith(Scheme + ":", StringComparison.Ordinal))
            return false;
        var at = address.IndexOf(At, StringComparison.Ordinal);
        if (at >= 0 && !TryFind(address[(at + 1)..], out zone))
            return false;
        var seconds = address.AsSpan()[(Scheme.Length + 1)..(at < 0 ? address.Length : at)];
        if (!long.TryParse(seconds, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var s))
            return false;
        if (s < DateTimeOffset.MinValue.ToUnixTimeSeconds() || s > DateTimeOffset.MaxValue.ToUnixTimeSeconds())
            return false;
        instant = DateTimeOffset.FromUnixTimeSeconds(s);
        return true;
    }

    // A zone's name becomes the name of a file.
    private static bool TryFind(string name, out TimeZoneInfo? zone)
    {
        zone = null;
        return name.Length <= LongestZone
            && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '-' or '+')
            && TimeZoneInfo.TryFindSystemTimeZoneById(name, out zone);
    }
}
