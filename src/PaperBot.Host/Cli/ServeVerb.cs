using PaperBot.Core.Papers;
using PaperBot.Handlers;
using PaperBot.Platforms.Web;

namespace PaperBot.Host.Cli;

/// <summary>The bot at work: the page, the resumption of what a dead process left, the background jobs.</summary>
internal static class ServeVerb
{
    public static async Task<int> RunAsync(CliArguments arguments, Terminal terminal)
    {
        await using var app = Build(arguments);
        if (arguments.Samples)
            await app.Services.GetRequiredService<ISampleLibrary>().LoadAsync(CancellationToken.None);
        await app.StartAsync();
        await terminal.Out.WriteLineAsync($"PaperBot {Verbs.ProgramVersion} listens at {string.Join(", ", app.Urls)}");
        await app.WaitForShutdownAsync();
        return ExitStatus.Ok;
    }

    public static WebApplication Build(CliArguments arguments)
    {
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory }
        );
        builder.Configuration.Sources.Clear();
        BotConfiguration.Add(builder.Configuration, arguments);
        BotLogging.Configure(builder.Logging, builder.Configuration, toStandardError: false);
        builder.Services.AddBot();
        builder.Services.AddRequestResumption();
        builder.Services.AddHealthChecks();
        builder.Services.AddWebChat();
        var app = builder.Build();
        app.MapWebChat();
        app.MapHealthChecks("/healthz");
        return app;
    }
}
