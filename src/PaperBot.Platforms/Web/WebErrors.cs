using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Texts;
using PaperBot.Platforms.Web.Endpoints;

namespace PaperBot.Platforms.Web;

/// <summary>Words what went wrong on the way to an answer; no page ever gets a stack trace.</summary>
internal sealed class WebErrors(ITexts texts) : IExceptionHandler
{
    /// <summary>A sentence for answers that would have none.</summary>
    public static Task WordAsync(StatusCodeContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var http = context.HttpContext;
        var key = http.Response.StatusCode switch
        {
            StatusCodes.Status413PayloadTooLarge => "web.error.large",
            StatusCodes.Status400BadRequest or StatusCodes.Status415UnsupportedMediaType => "web.error.request",
            _ => null,
        };
        return key is null
            ? Task.CompletedTask
            : http
                .RequestServices.GetRequiredService<Problems>()
                .Of(http, http.Response.StatusCode, key)
                .ExecuteAsync(http);
    }

    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext,
        Exception exception,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var (status, message) = exception switch
        {
            StorageException e => (StatusCodes.Status503ServiceUnavailable, e.Error.Message),
            BadHttpRequestException e when e.StatusCode == StatusCodes.Status413PayloadTooLarge => (
                e.StatusCode,
                Message.Of("web.error.large")
            ),
            BadHttpRequestException e => (e.StatusCode, Message.Of("web.error.request")),
            _ => (StatusCodes.Status500InternalServerError, Message.Of("web.error.internal")),
        };
        var sentence = texts.Get(PageReader.LocaleOf(httpContext), message);
        await Problems.Of(sentence, status).ExecuteAsync(httpContext);
        return true;
    }
}
