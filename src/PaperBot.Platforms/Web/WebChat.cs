using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PaperBot.Core.Delivery;
using PaperBot.Core.Papers;
using PaperBot.Core.Readers;
using PaperBot.Core.Texts;
using PaperBot.Markdown.Html;
using PaperBot.Platforms.Progress;
using PaperBot.Platforms.Web.Chat;
using PaperBot.Platforms.Web.Endpoints;
using PaperBot.Platforms.Web.Listeners;
using PaperBot.Platforms.Web.Papers;
using PaperBot.Platforms.Web.Security;
using PaperBot.Platforms.Web.Views;

namespace PaperBot.Platforms.Web;

/// <summary>The local web chat, for the host to add.</summary>
public static class WebChat
{
    /// <summary>
    /// Adds the page and the listeners. It needs an <see cref="Core.Commands.ICommandRouter"/>, an
    /// <see cref="Core.Conversations.ITranscriptStore"/>, an <see cref="Core.Identity.IAdministrators"/> and
    /// <see cref="ITexts"/>.
    /// </summary>
    public static IServiceCollection AddWebChat(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptionsWithValidateOnStart<WebOptions, WebOptionsValidator>().BindConfiguration(WebOptions.Section);
        services.AddOptions<PublicOptions>().BindConfiguration(PublicOptions.Section);
        services.AddSingleton<IConfigureOptions<KestrelServerOptions>, KestrelListeners>();
        services.AddExceptionHandler<WebErrors>();
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddSingleton(new TextSource(typeof(WebChat).Assembly));

        services.AddSingleton<SessionToken>();
        services.AddSingleton<LoginThrottle>();
        services.AddSingleton<Visitors>();
        services.AddSingleton<VisitorFilter>();

        services.AddSingleton<ChatHub>();
        services.AddSingleton<ChatTranscript>();
        services.AddSingleton<ChatRunner>();
        services.AddHostedService(provider => provider.GetRequiredService<ChatRunner>());
        services.AddSingleton<IOutbox, WebOutbox>();
        services.AddSingleton<PdfGates>();
        services.AddSingleton<IPaperGates>(provider => provider.GetRequiredService<PdfGates>());

        services.AddSingleton<IPaperPages, PaperPages>();
        services.AddSingleton<PaperPageHtml>();
        services.AddSingleton<PaperPageEndpoint>();
        services.AddSingleton<HtmlDialect>();
        services.AddSingleton<TurnRenderer>();
        services.TryAddSingleton<ProgressWords>();
        services.AddSingleton<CommandViews>();

        services.AddSingleton<Assets>();
        services.AddSingleton<Problems>();
        services.AddSingleton<PageStrings>();
        services.AddSingleton<LoginEndpoints>();
        services.AddSingleton<StartEndpoint>();
        services.AddSingleton<ChatEndpoints>();
        services.AddSingleton<EventsEndpoint>();
        services.AddSingleton<SuggestEndpoint>();
        return services;
    }

    /// <summary>Puts the page behind the private listener. Everything else that is mapped answers there too.</summary>
    public static WebApplication MapWebChat(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseExceptionHandler(_ => { });
        app.UseStatusCodePages(WebErrors.WordAsync);
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<HostCheck>();
        app.UseMiddleware<ListenerGate>();
        WebEndpoints.Map(app);
        app.MapPublic().MapGet(PdfGates.Route, app.Services.GetRequiredService<PdfGates>().LeadAsync);
        return app;
    }

    /// <summary>
    /// Endpoints for the outside: platform callbacks and public pages. They answer behind <c>Public:Listen</c> only,
    /// where nothing else answers.
    /// </summary>
    public static RouteGroupBuilder MapPublic(this IEndpointRouteBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        return app.MapGroup("").WithMetadata(new ListenerMetadata(ListenerKind.Public));
    }
}
