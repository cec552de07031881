using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaperBot.Core.Papers;
using PaperBot.Host.Cli;
using PaperBot.Testing;
using PaperBot.Testing.Arxiv;
using PaperBot.Testing.Discord.World;
using PaperBot.Tests.Handlers.Routing;

namespace PaperBot.Tests.Platforms.Discord;

/// <summary>
/// The whole bot against a simulated Discord that its author did not write, as far as that goes: docs/discord.md says
/// what it lacks.
/// </summary>
public sealed class TwinTests : IAsyncLifetime
{
    private const int Later = 5;
    private const int Form = 9;
    private const int AcknowledgedAlready = 40060;

    private readonly RecordingLogs _logs = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("paperbot-twin").FullName;
    private ArxivSimulator _arxiv = null!;
    private Twin _twin = null!;
    private WebApplication _app = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        NodeScripts.RequireNode();
        _arxiv = await ArxivSimulator.StartAsync();
        _twin = await Twin.StartAsync();
        _logs.Watch.Secret(_twin.Token);
        _app = ServeVerb.Build(CliArguments.Parse([.. DiscordBot.Arguments(_twin.Token, _twin.Api, _folder, _arxiv)]));
        _app.Services.GetRequiredService<ILoggerFactory>().AddProvider(_logs);
        await _app.Services.GetRequiredService<ISampleLibrary>().LoadAsync(Cancel);
        await _app.StartAsync(Cancel);
        await DiscordBot.UntilAsync(() =>
            _logs.Lines.Any(line => line.Text.Contains("READY", StringComparison.Ordinal)) ? this : null
        );
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var line in _logs.At(LogLevel.Debug))
            TestContext.Current.TestOutputHelper?.WriteLine(line);
        if (_app is not null)
        {
            await _app.StopAsync(CancellationToken.None);
            await _app.DisposeAsync();
        }
        if (_twin is not null)
            await _twin.DisposeAsync();
        if (_arxiv is not null)
            await _arxiv.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Commands_buttons_and_a_form_are_answered_and_each_acknowledged_once()
    {
        var about = await RunAsync("about");
        TextOf(about).ShouldContain("PaperBot");

        var paper = await RunAsync("paper", ("paper", "1706.03762"));
        Wire.Number(paper["type"]).ShouldBe(Later);
        TextOf(paper).ShouldContain("Attention Is All You Need");
        var again = await _twin.DoAsync(
            new()
            {
                ["kind"] = "again",
                ["id"] = paper["id"]!.DeepClone(),
                ["token"] = paper["token"]!.DeepClone(),
            }
        );
        Wire.Number(again["code"]).ShouldBe(AcknowledgedAlready);

        var card = await RunAsync("paper", ("paper", "2511.99999"));
        var opened = await PressAsync(card, "Ask");
        Wire.Number(opened["type"]).ShouldBe(Form);
        var submitted = await _twin.DoAsync(
            new()
            {
                ["kind"] = "submit",
                ["customId"] = opened["modal"]!["custom_id"]!.DeepClone(),
                ["value"] = "How many violations did the baseline have?",
            }
        );
        TextOf(submitted).ShouldContain("1,904");

        // It shows what was deferred for a button in the place of the message that was pressed.
        var faq = await PressAsync(card, "FAQ");
        TextOf(faq).ShouldContain("Polite Queues");
        // It has no list of commands to read, so none are registered; it runs those that nobody registered, too.
        _logs
            .At(LogLevel.Error)
            .ShouldBe(["Discord refuses the list of commands: what it shows may be old. Everything else goes on."]);
    }

    private Task<JsonObject> RunAsync(string name, params (string Name, string Value)[] options) =>
        _twin.DoAsync(
            new()
            {
                ["kind"] = "command",
                ["name"] = name,
                ["options"] = new JsonArray([
                    .. options.Select(option => new JsonObject
                    {
                        ["name"] = option.Name,
                        ["type"] = 3,
                        ["value"] = option.Value,
                    }),
                ]),
            }
        );

    private Task<JsonObject> PressAsync(JsonObject shown, string label) =>
        _twin.DoAsync(
            new()
            {
                ["kind"] = "press",
                ["message"] = shown["message"]!["id"]!.DeepClone(),
                ["customId"] = Wire.Objects(shown["components"]).First(c => Wire.Text(c["label"]) == label)[
                    "custom_id"
                ]!.DeepClone(),
            }
        );

    private static string TextOf(JsonObject shown) =>
        string.Join('\n', Wire.Objects(shown["components"]).Select(c => Wire.Text(c["content"])).OfType<string>());
}
