using System.Net;
using System.Net.Sockets;

namespace PaperBot.Upstreams.Blogs;

/// <summary>Which addresses of the internet are everybody's (IANA's special-purpose registries).</summary>
internal static class PublicAddress
{
    private static readonly IPNetwork[] Special =
    [
        .. """
            0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24
            192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4
            """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(IPNetwork.Parse),
    ];

    // Of IPv6 only the global unicast range is given out; in it are documentation, tunnels and benchmarks.
    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] SpecialInGlobal =
    [
        .. "2001::/23 2001:db8::/32 2002::/16 3fff::/20".Split(' ').Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    public static bool Is(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return Is(address.MapToIPv4());
        if (address.AddressFamily == AddressFamily.InterNetwork)
            return !Array.Exists(Special, network => network.Contains(address));
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return false;
        if (Nat64.Contains(address))
            return Is(new IPAddress(address.GetAddressBytes().AsSpan(12)));
        return Global.Contains(address) && !Array.Exists(SpecialInGlobal, network => network.Contains(address));
    }

    /// <summary>Whether a host may be asked for at all; names are looked at again when they are resolved.</summary>
    public static bool MayAsk(Uri address)
    {
        if (IPAddress.TryParse(address.IdnHost.Trim('[', ']'), out var literal))
            return Is(literal);
        var host = address.IdnHost.TrimEnd('.');
        return host.Contains('.', StringComparison.Ordinal)
            && !host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            && !host.EndsWith(".local", StringComparison.OrdinalIgnoreCase)
            && !host.EndsWith(".internal", StringComparison.OrdinalIgnoreCase)
            && !host.EndsWith(".home.arpa", StringComparison.OrdinalIgnoreCase);
    }
}
