using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Platforms.Web.Endpoints;
using PaperBot.Platforms.Web.Listeners;
using PaperBot.Platforms.Web.Papers;
using PaperBot.Platforms.Web.Security;

namespace PaperBot.Platforms.Web;

/// <summary>The page's addresses.</summary>
internal static class WebEndpoints
{
    // Base64 makes four bytes of three; the reader of files has a limit of its own.
    private const long LargestFile = 64_000_000;

    public static void Map(IEndpointRouteBuilder app)
    {
        var services = app.ServiceProvider;
        var assets = services.GetRequiredService<Assets>();
        app.MapGet("/", (HttpContext context) => assets.Find(context, "index.html"));
        var both = app.MapGroup("").WithMetadata(new ListenerMetadata(ListenerKind.Public) { IsBoth = true });
        both.MapGet("/assets/{**path}", (HttpContext context, string path) => assets.Find(context, path));
        var papers = services.GetRequiredService<PaperPageEndpoint>();
        both.MapGet(
            PaperPages.Folder + "{**id}",
            (HttpContext context, string id, CancellationToken token) => papers.GetAsync(context, id, token)
        );

        var api = app.MapGroup("/api").AddEndpointFilter(new OriginCheck());
        var login = services.GetRequiredService<LoginEndpoints>();
        var start = services.GetRequiredService<StartEndpoint>();
        api.MapGet("/start", (HttpContext context) => start.Get(context));
        api.MapPost("/login", (HttpContext context, LoginBody body) => login.LogIn(context, body));
        api.MapPost("/logout", (HttpContext context) => LoginEndpoints.LogOut(context));

        var own = api.MapGroup("").AddEndpointFilter(services.GetRequiredService<VisitorFilter>());
        var suggest = services.GetRequiredService<SuggestEndpoint>();
        own.MapGet("/suggest", (HttpContext c, CancellationToken token) => suggest.GetAsync(c, token));
        MapChats(own.MapGroup("/chats"), services);
    }

    private static void MapChats(RouteGroupBuilder group, IServiceProvider services)
    {
        var chats = services.GetRequiredService<ChatEndpoints>();
        var events = services.GetRequiredService<EventsEndpoint>();
        group.MapGet("", (HttpContext c, CancellationToken token) => chats.ListAsync(c, token));
        group.MapGet("/{chat}", (HttpContext c, CancellationToken token) => chats.ReadAsync(c, token));
        group.MapGet("/{chat}/events", (HttpContext c) => events.GetAsync(c));
        group.MapGet(
            "/{chat}/turns/{turn}/files/{card:int}/{file:int}",
            (HttpContext c, CancellationToken token) => chats.FileAsync(c, token)
        );
        group.MapPost("/{chat}/clear", (HttpContext c, CancellationToken token) => chats.ClearAsync(c, token));
        group.MapPost(
            "/{chat}/messages",
            (HttpContext c, MessageBody body, CancellationToken token) => chats.WriteAsync(c, body, token)
        );
        group
            .MapPost(
                "/{chat}/files",
                (HttpContext c, FileBody body, CancellationToken token) => chats.UploadAsync(c, body, token)
            )
            .WithMetadata(new RequestSizeLimitAttribute(LargestFile));
    }
}
