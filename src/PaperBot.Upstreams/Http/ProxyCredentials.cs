using System.Net;

namespace PaperBot.Upstreams.Http;

/// <summary>Name and password out of the proxies' own addresses.</summary>
internal sealed class ProxyCredentials(IEnumerable<Uri?> proxies) : ICredentials
{
    private readonly Uri[] _proxies = [.. proxies.OfType<Uri>().Where(proxy => proxy.UserInfo.Length > 0)];

    public NetworkCredential? GetCredential(Uri uri, string authType)
    {
        if (Array.Find(_proxies, proxy => proxy.Host == uri.Host && proxy.Port == uri.Port) is not { } proxy)
            return null;
        var colon = proxy.UserInfo.IndexOf(':', StringComparison.Ordinal);
        return colon < 0
            ? new(Uri.UnescapeDataString(proxy.UserInfo), "")
            : new(
                Uri.UnescapeDataString(proxy.UserInfo[..colon]),
                Uri.UnescapeDataString(proxy.UserInfo[(colon + 1)..])
            );
    }
}
