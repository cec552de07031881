using System.Globalization;
using PaperBot.Testing.Discord;

namespace PaperBot.Benchmarks.Campaigns;

/// <summary>
/// <c>campaign discord-kill &lt;program&gt; [kills] [seed] [forget] [blind] [aimed]</c>: kill -9 between acknowledgement and
/// answer. With <c>forget</c> Discord does not recognise a message that is sent again; <c>blind</c>: nor may the bot read
/// the channel back; <c>aimed</c>: each kill falls between Discord's taking a message and the bot's knowing it.
/// </summary>
internal static class DiscordKill
{
    private const int Kills = 100;
    private const int Seed = 1;

    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments is not [var program, ..])
        {
            await Console.Error.WriteLineAsync(
                "usage: campaign discord-kill <PaperBot.Host.dll> [kills] [seed] [forget] [blind] [aimed]"
            );
            return 2;
        }
        var numbers = arguments.Skip(1).TakeWhile(a => char.IsAsciiDigit(a[0])).Select(Number).ToList();
        var plan = new KillPlan(
            numbers.ElementAtOrDefault(0) is > 0 and var k ? k : Kills,
            numbers is [_, var s, ..] ? s : Seed
        )
        {
            Forgets = arguments.Contains("forget"),
            Blind = arguments.Contains("blind"),
            Aimed = arguments.Contains("aimed"),
        };
        await using var run = await KillRun.StartAsync(plan, program);
        var counts = await run.RunAsync();
        await Console.Out.WriteLineAsync($"{plan}: {counts}");
        foreach (var violation in run.Violations.Distinct())
            await Console.Out.WriteLineAsync(violation);
        return counts.IsClean ? 0 : 1;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
