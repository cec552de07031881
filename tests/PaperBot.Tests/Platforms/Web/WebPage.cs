using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaperBot.Core.Commands;
using PaperBot.Core.Conversations;
using PaperBot.Core.Delivery;
using PaperBot.Core.Identity;
using PaperBot.Core.Papers;
using PaperBot.Core.Texts;
using PaperBot.Platforms.Web;
using PaperBot.Storage;
using PaperBot.Testing.Papers;
using PaperBot.Testing.Processes;
using PaperBot.Tests.Handlers.Routing;

namespace PaperBot.Tests.Platforms.Web;

/// <summary>The web chat on a port of its own, over a real database, with a router that the test plays.</summary>
internal sealed class WebPage : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string? _ownFolder;

    private WebPage(WebApplication app, FakeRouter router, RecordingLogs logs, string? ownFolder)
    {
        _app = app;
        Logs = logs;
        _ownFolder = ownFolder;
        Router = router;
        Addresses = [.. app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses];
    }

    public FakeRouter Router { get; }

    public RecordingLogs Logs { get; }

    public IReadOnlyList<string> Addresses { get; }

    /// <summary>Where the page is, with a slash at the end.</summary>
    public Uri Url => new(Addresses[0].Replace("[::]", "127.0.0.1", StringComparison.Ordinal));

    public IOutbox Outbox => _app.Services.GetServices<IOutbox>().Single(outbox => outbox.Platform == "web");

    public IServiceProvider Services => _app.Services;

    /// <summary>The way out of another platform that the test added.</summary>
    public IOutbox OutboxOf(string platform) =>
        _app.Services.GetServices<IOutbox>().Single(outbox => outbox.Platform == platform);

    public ITranscriptStore Transcript => _app.Services.GetRequiredService<ITranscriptStore>();

    public static async Task<WebPage> StartAsync(
        Dictionary<string, string?>? settings = null,
        FakeRouter? router = null,
        string? folder = null,
        Action<WebApplication>? map = null,
        TimeProvider? time = null,
        Action<IServiceCollection>? services = null
    )
    {
        router ??= new FakeRouter();
        var ownFolder = folder is null ? Directory.CreateTempSubdirectory("paperbot-web").FullName : null;
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { ContentRootPath = folder ?? ownFolder }
        );
        // As the host is set up: the server's own lines, which name paths, are kept from Warning on.
        var logs = new RecordingLogs();
        builder
            .Logging.ClearProviders()
            .AddProvider(logs)
            .SetMinimumLevel(LogLevel.Trace)
            .AddFilter("Microsoft", LogLevel.Warning);
        router.Heard = logs.Watch.Said;
        foreach (var (key, value) in settings ?? [])
            if (HostProcess.IsSecret(key) && !string.IsNullOrEmpty(value))
                logs.Watch.Secret(value);
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["Web:Url"] = "http://127.0.0.1:0",
                ["Storage:Directory"] = folder ?? ownFolder,
            }
        );
        builder.Configuration.AddInMemoryCollection(settings ?? []);
        if (time is not null)
            builder.Services.AddSingleton(time);
        builder.Services.AddSingleton<TextCatalogue>();
        builder.Services.AddSingleton<ITexts, HelpTasks>();
        builder.Services.AddSingleton<IAdministrators, OnlyLocal>();
        builder.Services.AddSingleton<ICommandRouter>(router);
        builder.Services.AddSingleton<IPaperPageSource>(new FakePaperPages());
        builder.Services.AddSingleton<IPaperLinks, FakePaperLinks>();
        builder.Services.AddPaperBotStorage();
        builder.Services.AddWebChat();
        services?.Invoke(builder.Services);
        var app = builder.Build();
        app.MapWebChat();
        map?.Invoke(app);
        await app.StartAsync();
        return new WebPage(app, router, logs, ownFolder);
    }

    public async ValueTask DisposeAsync()
    {
        Router.Release();
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (_ownFolder is not null)
            Directory.Delete(_ownFolder, recursive: true);
    }
}
