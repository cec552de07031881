using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using PaperBot.Platforms.Web.Listeners;

namespace PaperBot.Platforms.Web.Security;

/// <summary>
/// Refuses requests under a name that is not the page's: a foreign site cannot reach it by letting its own name point
/// here. Addresses need no check, because no name can pretend to be one.
/// </summary>
internal sealed class HostCheck(RequestDelegate next, IOptions<WebOptions> options)
{
    private readonly HashSet<string> _names = Names(options.Value);
    private readonly bool _loopbackOnly =
        options.Value.AccessKey.Length == 0
        && ListenAddress.TryParse(options.Value.Url, out var address)
        && address.IsLoopback;

    public Task InvokeAsync(HttpContext context)
    {
        if (ListenerGate.KindOf(context) == ListenerKind.Public || (IsOurs(context.Request.Host) && IsNear(context)))
            return next(context);
        context.SetEndpoint(null);
        context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        return Task.CompletedTask;
    }

    private bool IsOurs(HostString host) =>
        host.HasValue && (IPAddress.TryParse(host.Host.Trim('[', ']'), out _) || _names.Contains(host.Host));

    private bool IsNear(HttpContext context) =>
        !_loopbackOnly || (context.Connection.RemoteIpAddress is { } peer && IPAddress.IsLoopback(peer));

    private static HashSet<string> Names(WebOptions options)
    {
        var names = new HashSet<string>(options.Hosts, StringComparer.OrdinalIgnoreCase) { "localhost" };
        return names;
    }
}
