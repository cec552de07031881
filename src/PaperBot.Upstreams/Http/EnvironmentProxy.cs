using System.Net;

namespace PaperBot.Upstreams.Http;

/// <summary>
/// The proxy that the environment names, as curl reads it: <c>HTTPS_PROXY</c>, <c>http_proxy</c> (by the address's
/// scheme), <c>ALL_PROXY</c> and <c>NO_PROXY</c>, in small letters too. Addresses of this machine go direct. .NET's own
/// reader knows neither <c>socks5h</c> nor ports in <c>NO_PROXY</c>, and is fixed for the life of the process.
/// </summary>
internal sealed class EnvironmentProxy : IWebProxy
{
    private readonly Uri? _http;
    private readonly Uri? _https;
    private readonly string[] _direct;

    /// <param name="variable">Reads an environment variable.</param>
    /// <exception cref="FormatException">A proxy's address cannot be read; the message names the variable.</exception>
    public EnvironmentProxy(Func<string, string?> variable)
    {
        var all = Read(variable, "ALL_PROXY");
        _https = Read(variable, "HTTPS_PROXY") ?? all;
        _http = Read(variable, "HTTP_PROXY") ?? all;
        _direct = Value(variable, "NO_PROXY")
            .Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Credentials = new ProxyCredentials([_http, _https]);
    }

    public ICredentials? Credentials { get; set; }

    public Uri? GetProxy(Uri destination) =>
        IsBypassed(destination) ? null
        : destination.Scheme == Uri.UriSchemeHttps ? _https
        : _http;

    public bool IsBypassed(Uri host) => host.IsLoopback || Array.Exists(_direct, entry => Covers(entry, host));

    private static bool Covers(string entry, Uri host)
    {
        if (entry == "*")
            return true;
        var colon = entry.LastIndexOf(':');
        if (colon > 0 && !entry.EndsWith(']') && int.TryParse(entry.AsSpan(colon + 1), out var port))
        {
            if (port != host.Port)
                return false;
            entry = entry[..colon];
        }

        var name = entry.TrimStart('*').TrimStart('.');
        return name.Length > 0
            && (
                host.IdnHost.Equals(name, StringComparison.OrdinalIgnoreCase)
                || host.IdnHost.EndsWith("." + name, StringComparison.OrdinalIgnoreCase)
            );
    }

    private static Uri? Read(Func<string, string?> variable, string name)
    {
        var value = Value(variable, name);
        return value.Length == 0 ? null : ProxyAddress.Parse(value, name);
    }

    private static string Value(Func<string, string?> variable, string name) =>
        (variable(name.ToLowerInvariant()) ?? variable(name) ?? "").Trim();
}
