using Microsoft.AspNetCore.Http;
using PaperBot.Platforms.Web.Listeners;

namespace PaperBot.Platforms.Web.Security;

/// <summary>What browsers are told about the page: nothing but its own files, in no frame, for no other site.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    public const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
        + "connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        // As the last word, because whoever answers an exception begins with a clean slate.
        context.Response.OnStarting(
            static state =>
            {
                Add((HttpContext)state);
                return Task.CompletedTask;
            },
            context
        );
        return next(context);
    }

    private static void Add(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.XFrameOptions = "DENY";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        if (ListenerGate.KindOf(context) == ListenerKind.Public)
            return;
        headers.TryAdd("Content-Security-Policy", Policy);
        headers.TryAdd("Cache-Control", "no-store");
    }
}
