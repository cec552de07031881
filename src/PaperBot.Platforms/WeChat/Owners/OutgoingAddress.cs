using System.Net;

namespace PaperBot.Platforms.WeChat.Owners;

/// <summary>The platform tells in its refusals from which address it was called; that is the one to be trusted.</summary>
internal static class OutgoingAddress
{
    private const int LongestWords = 1_000;

    /// <summary>The first address in the words of a refusal (40164, 60020), IPv4 before IPv6; null when there is none.</summary>
    public static string? In(string? words)
    {
        if (words is not { Length: > 0 and <= LongestWords })
            return null;
        var addresses = words
            .Split([' ', ',', '，', ';'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Contains('.', StringComparison.Ordinal) || word.Contains(':', StringComparison.Ordinal))
            .Select(word => IPAddress.TryParse(word.TrimEnd('.', ':'), out var address) ? address : null)
            .OfType<IPAddress>()
            .ToList();
        var found =
            addresses.FirstOrDefault(a => a.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork)
            ?? addresses.FirstOrDefault();
        return found?.ToString();
    }
}
