using System.Globalization;
using PaperBot.Testing.Arxiv;

namespace PaperBot.Tests.WholeBot;

/// <summary>Kill -9 and start again, with real processes, a real database and a simulated arXiv.</summary>
public sealed class KillTests
{
    [Fact]
    public async Task Lookups_that_waited_at_a_kill_are_each_answered_once_in_the_page_that_reconnects()
    {
        const int Count = 50;
        await using var host = await ServingHost.StartAsync(TimeSpan.FromMilliseconds(100));
        host.Arxiv.Faults.Always(ArxivFaults.Known["stall"]);
        for (var i = 0; i < Count; i++)
            await host.AskAsync(Message(i), $"/paper {Paper(i)}");
        await host.Arxiv.Traffic.WhenArrived(1);
        await host.KillAsync();
        host.Arxiv.Faults.Always(null);

        await host.StartAsync();
        var answered = await host.AnswersAsync(Count);

        answered.Distinct().Count().ShouldBe(Count);
        var turns = await host.TurnsAsync();
        turns.Count.ShouldBe(Count);
        for (var i = 0; i < Count; i++)
            turns.Single(turn => turn.Id == Message(i)).Answer.ShouldNotBeNull().ShouldContain(Paper(i));
    }

    [Fact]
    public async Task Pace_and_single_connection_hold_over_a_kill_and_with_exec_beside_the_host()
    {
        const int Each = 12;
        await using var host = await ServingHost.StartAsync(TimeSpan.FromMilliseconds(100), batch: 1);
        for (var i = 0; i < Each; i++)
            await host.AskAsync(Message(i), $"/paper {Paper(i)}");
        var lines = string.Join('\n', Enumerable.Range(Each, Each).Select(i => $"/paper {Paper(i)}")) + "\n";
        var exec = host.Files.RunAsync(lines, ["exec", "--json", "-"]);
        await host.Arxiv.Traffic.WhenArrived(4);
        await host.KillAsync();
        await host.StartAsync();

        (await host.AnswersAsync(Each)).Distinct().Count().ShouldBe(Each);
        var answers = (await exec).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        answers.Length.ShouldBe(Each);
        answers.ShouldAllBe(line => line.Contains("\"kind\":\"ok\"", StringComparison.Ordinal));
        host.Arxiv.Traffic.Arrivals.Count.ShouldBeGreaterThanOrEqualTo(2 * Each);
        host.Arxiv.Traffic.MostRequests.ShouldBe(1);
        host.Arxiv.Traffic.SmallestSpacing.ShouldNotBeNull()
            .ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(100));
    }

    private static string Message(int i) => string.Create(CultureInfo.InvariantCulture, $"message-{i:000}");

    private static string Paper(int i) => string.Create(CultureInfo.InvariantCulture, $"2401.{i + 1:00000}");
}
