using Microsoft.AspNetCore.Http;
using PaperBot.Core.Identity;
using PaperBot.Platforms.Web.Security;

namespace PaperBot.Platforms.Web.Endpoints;

/// <summary>Lets nobody through who has not logged in, and tells the endpoint who calls.</summary>
internal sealed class VisitorFilter(Visitors visitors, Problems problems) : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (visitors.Find(http) is not { } person)
            return ValueTask.FromResult<object?>(
                problems.Of(http, StatusCodes.Status401Unauthorized, "web.error.login")
            );
        http.Items[typeof(PersonId)] = person;
        return next(context);
    }

    public static PersonId PersonOf(HttpContext context) => (PersonId)context.Items[typeof(PersonId)]!;

    /// <summary>The chat of the visitor's that the route names.</summary>
    public static ConversationId? ChatOf(HttpContext context) =>
        Chat.ChatKey.TryRead(PersonOf(context), context.Request.RouteValues["chat"] as string, out var chat)
            ? chat
            : null;
}
