using Microsoft.AspNetCore.Http;

namespace PaperBot.Platforms.Web.Security;

/// <summary>
/// Lets no other site act through a visitor's browser: what changes something must come from this page's own origin
/// and be JSON, and what a browser says to have been caused by another site is not answered.
/// </summary>
internal sealed class OriginCheck : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var isForeign = site is not ("" or "same-origin" or "none");
        var isWrite = !HttpMethods.IsGet(request.Method);
        if (isForeign || (isWrite && !(IsOwn(request) && request.HasJsonContentType())))
            return ValueTask.FromResult<object?>(TypedResults.StatusCode(StatusCodes.Status403Forbidden));
        return next(context);
    }

    private static bool IsOwn(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin)
        && origin.Scheme is "http" or "https"
        && origin.Authority.Equals(Authority(request), StringComparison.OrdinalIgnoreCase);

    /// <summary>The host as a browser names it: without the port that goes without saying.</summary>
    private static string Authority(HttpRequest request) =>
        Uri.TryCreate(
            $"{request.Headers.Origin.ToString().Split("://")[0]}://{request.Host}",
            UriKind.Absolute,
            out var own
        )
            ? own.Authority
            : "";
}
