using System.Globalization;

namespace PaperBot.Core.Texts;

/// <summary>
/// A moment inside a reply's Markdown, written as the autolink <c>&lt;time:1764000000&gt;</c> (seconds since 1970,
/// UTC). Each platform shows it in the reader's time zone: Discord by its own timestamps, others as text.
/// </summary>
public static class TimeToken
{
    /// <summary>The scheme of the autolink.</summary>
    public const string Scheme = "time";

    /// <summary>The token for a moment.</summary>
    public static string Of(DateTimeOffset instant) =>
        string.Create(CultureInfo.InvariantCulture, $"<{Scheme}:{instant.ToUnixTimeSeconds()}>");

    /// <summary>Reads the address inside a token (<c>time:1764000000</c>).</summary>
    public static bool TryParse(string? address, out DateTimeOffset instant)
    {
        instant = default;
        if (address is null || !address.StartsWith(Scheme + ":", StringComparison.Ordinal))
            return false;
        if (!long.TryParse(address.AsSpan(5), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var s))
            return false;
        if (s < DateTimeOffset.MinValue.ToUnixTimeSeconds() || s > DateTimeOffset.MaxValue.ToUnixTimeSeconds())
            return false;
        instant = DateTimeOffset.FromUnixTimeSeconds(s);
        return true;
    }
}
