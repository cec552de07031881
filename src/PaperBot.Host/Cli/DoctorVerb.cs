using PaperBot.Core.Health;
using PaperBot.Core.Texts;
using PaperBot.Markdown;
using PaperBot.Markdown.Plain;

namespace PaperBot.Host.Cli;

/// <summary><c>doctor</c>: every part says whether it has what it needs.</summary>
internal static class DoctorVerb
{
    public static async Task<int> RunAsync(CliArguments arguments, Terminal terminal, CancellationToken ct)
    {
        await using var bot = await ConsoleBot.StartAsync(arguments, ct);
        var texts = bot.Services.GetRequiredService<ITexts>();
        var locale = arguments.Locale ?? Locale.English;
        await terminal.Out.WriteLineAsync($"PaperBot {Verbs.ProgramVersion}, .NET {Environment.Version}");
        var broken = false;
        foreach (var check in bot.Services.GetServices<IHealthCheck>())
        {
            await terminal.Out.WriteLineAsync();
            await terminal.Out.WriteLineAsync(texts.Get(locale, $"doctor.part.{check.Name}"));
            foreach (var finding in await check.CheckAsync(ct))
            {
                broken |= finding.Level == HealthLevel.Broken;
                var sentence = texts.Get(locale, finding.Message);
                var plain = PlainDialect.Render(sentence, new Reader(locale, TimeZoneInfo.Local));
                await terminal.Out.WriteLineAsync($"  {Mark(finding.Level)} {plain}");
            }
        }
        return broken ? ExitStatus.Internal : ExitStatus.Ok;
    }

    private static string Mark(HealthLevel level) =>
        level switch
        {
            HealthLevel.Good => "✓",
            HealthLevel.Notice => "·",
            _ => "✗",
        };
}
