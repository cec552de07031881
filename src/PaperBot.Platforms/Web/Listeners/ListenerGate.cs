using Microsoft.AspNetCore.Http;

namespace PaperBot.Platforms.Web.Listeners;

/// <summary>Answers 404 for whatever does not belong behind the door that the request came through.</summary>
internal sealed class ListenerGate(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var door = KindOf(context);
        var metadata = context.GetEndpoint()?.Metadata.GetMetadata<ListenerMetadata>();
        var wanted = metadata?.Kind ?? ListenerKind.Private;
        if (door == wanted || metadata is { IsBoth: true })
            return next(context);
        context.SetEndpoint(null);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    public static ListenerKind KindOf(HttpContext context) =>
        context.Features.Get<ListenerFeature>()?.Kind ?? ListenerKind.Private;
}
