namespace PaperBot.Upstreams.Http;

/// <summary>Reads a proxy's address.</summary>
internal static class ProxyAddress
{
    private static readonly string[] Schemes = ["http", "https", "socks4", "socks4a", "socks5"];

    /// <param name="text"><c>http://host:port</c>, <c>socks5://user:password@host</c>, or <c>host:port</c>.</param>
    /// <param name="source">Where it was found, for the message.</param>
    /// <exception cref="FormatException">It is no such address.</exception>
    public static Uri Parse(string text, string source)
    {
        var address = text.Contains("://", StringComparison.Ordinal) ? text : "http://" + text;
        // The same for .NET, which lets the proxy look names up in any case.
        if (address.StartsWith("socks5h://", StringComparison.OrdinalIgnoreCase))
            address = "socks5://" + address["socks5h://".Length..];
        // A word alone is more likely a typing error than a host that listens on port 80.
        if (
            !Uri.TryCreate(address, UriKind.Absolute, out var uri)
            || !Schemes.Contains(uri.Scheme)
            || uri.Host == ""
            || !text.Contains(':', StringComparison.Ordinal)
        )
        {
            // The text itself may hold a password.
            throw new FormatException($"{source} does not name a proxy: write http://host:port or socks5://host:port.");
        }

        // socks5://host without a port: Uri knows no default for it.
        return uri.Port > 0 ? uri : new UriBuilder(uri) { Port = 1080 }.Uri;
    }

    /// <summary>Whether a setting names a proxy, says <c>direct</c>, or is empty.</summary>
    public static bool IsSetting(string? setting)
    {
        if (
            string.IsNullOrWhiteSpace(setting)
            || setting.Equals(UpstreamHttp.Direct, StringComparison.OrdinalIgnoreCase)
        )
            return true;
        try
        {
            Parse(setting, "The proxy setting");
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
