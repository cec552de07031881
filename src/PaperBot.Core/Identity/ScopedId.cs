using System.Diagnostics.CodeAnalysis;

namespace PaperBot.Core.Identity;

/// <summary>The one grammar of ids of the form <c>platform:key</c>.</summary>
internal static class ScopedId
{
    private const int LongestPlatform = 32;
    private const int LongestKey = 200;

    public static bool TrySplit(
        string? text,
        [NotNullWhen(true)] out string? platform,
        [NotNullWhen(true)] out string? key
    )
    {
        platform = key = null;
        var colon = text?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        if (colon < 0)
            return false;
        platform = text![..colon];
        key = text[(colon + 1)..];
        return IsPlatform(platform) && IsKey(key);
    }

    public static bool IsPlatform(string? platform) =>
        platform is { Length: > 0 and <= LongestPlatform } && platform.All(c => char.IsAsciiLetterLower(c) || c == '-');

    public static bool IsKey(string? key) =>
        key is { Length: > 0 and <= LongestKey } && !key.Any(c => char.IsControl(c) || char.IsWhiteSpace(c));
}
