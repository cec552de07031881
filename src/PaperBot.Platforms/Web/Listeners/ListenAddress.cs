using System.Diagnostics.CodeAnalysis;
using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace PaperBot.Platforms.Web.Listeners;

/// <summary>Where a listener listens: <c>http://localhost:5080</c>, <c>http://*:80</c>.</summary>
/// <param name="Host">As written, without brackets.</param>
/// <param name="Address">The address; null for <c>localhost</c>, which is 127.0.0.1 and ::1.</param>
/// <param name="Port">The port; 0 lets the system choose.</param>
internal sealed record ListenAddress(string Host, IPAddress? Address, int Port)
{
    private const string Scheme = "http://";
    private const string Everywhere = "*";

    /// <summary>True when only this machine reaches it.</summary>
    public bool IsLoopback => Address is null || IPAddress.IsLoopback(Address);

    public static bool TryParse(string? text, [NotNullWhen(true)] out ListenAddress? address)
    {
        address = null;
        if (text is null || !text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return false;
        var rest = text[Scheme.Length..].TrimEnd('/');
        var everywhere = rest == Everywhere || rest.StartsWith("*:", StringComparison.Ordinal);
        var readable = everywhere ? string.Concat("0.0.0.0", rest.AsSpan(1)) : rest;
        if (!Uri.TryCreate(Scheme + readable, UriKind.Absolute, out var uri) || uri.PathAndQuery != "/")
            return false;
        if (everywhere)
            address = new(Everywhere, IPAddress.IPv6Any, uri.Port);
        else if (uri.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase))
            address = new(uri.Host, null, uri.Port);
        else if (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip))
            address = new(uri.Host.Trim('[', ']'), ip, uri.Port);
        return address is not null;
    }

    public void Listen(KestrelServerOptions kestrel, Action<ListenOptions> configure)
    {
        if (Address is null && Port > 0)
            kestrel.ListenLocalhost(Port, configure);
        else if (Address is not null && (Address.Equals(IPAddress.IPv6Any) || Address.Equals(IPAddress.Any)))
            kestrel.ListenAnyIP(Port, configure);
        else
            kestrel.Listen(Address ?? IPAddress.Loopback, Port, configure);
    }
}
