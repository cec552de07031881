using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using PaperBot.Core.Papers;
using PaperBot.Platforms.Web.Endpoints;
using PaperBot.Platforms.Web.Listeners;
using PaperBot.Platforms.Web.Security;

namespace PaperBot.Platforms.Web.Papers;

/// <summary>
/// A paper's page. Behind the public door everybody reads it; behind the private one only those who may use the chat.
/// </summary>
internal sealed class PaperPageEndpoint(IPaperPageSource pages, PaperPageHtml html, Visitors visitors)
{
    private const int LongestId = 60;

    public async Task<IResult> GetAsync(HttpContext context, string id, CancellationToken cancellationToken)
    {
        var locale = PageReader.LocaleOf(context);
        if (ListenerGate.KindOf(context) == ListenerKind.Private && visitors.Find(context) is null)
            return TypedResults.Redirect(PaperPageHtml.Up(context.Request.Path) + "./");
        context.Response.Headers.ContentSecurityPolicy = SecurityHeaders.Policy;
        context.Response.Headers.CacheControl = "no-cache";
        if (
            id.Length > LongestId
            || !ArxivId.TryParse(id, out var paper)
            || await pages.FindAsync(paper, locale, cancellationToken) is not { } page
        )
            return Html(html.Missing(context.Request.Path, locale), StatusCodes.Status404NotFound);
        return Html(html.Of(page, context.Request.Path, PageReader.Of(context)), StatusCodes.Status200OK);
    }

    private static ContentHttpResult Html(string content, int status) =>
        TypedResults.Content(content, "text/html; charset=utf-8", statusCode: status);
}
