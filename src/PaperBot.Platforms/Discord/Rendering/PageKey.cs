using System.Security.Cryptography;
using System.Text;

namespace PaperBot.Platforms.Discord.Rendering;

/// <summary>A short key for the pages of one reply.</summary>
internal static class PageKey
{
    private const int Length = 20;

    public static string Of(string request) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(request)))[..Length];
}
