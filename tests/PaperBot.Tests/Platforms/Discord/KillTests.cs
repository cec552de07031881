using PaperBot.Testing.Discord;

namespace PaperBot.Tests.Platforms.Discord;

/// <summary>A few kills of <c>campaign discord-kill</c>.</summary>
public sealed class KillTests
{
    [Fact]
    public async Task What_was_acknowledged_before_a_kill_is_answered_once()
    {
        await using var run = await KillRun.StartAsync(new KillPlan(Kills: 3, Seed: 1));

        var counts = await run.RunAsync();

        counts.IsClean.ShouldBeTrue(counts.ToString());
        counts.Commands.ShouldBe(6);
        counts.Mentions.ShouldBe(6);
        counts.Open.ShouldBePositive();
    }

    [Fact]
    public async Task An_answer_that_stands_already_is_found_by_reading_back_when_Discord_forgot_its_nonce()
    {
        await using var run = await KillRun.StartAsync(
            new KillPlan(Kills: 2, Seed: 2) { Forgets = true, Aimed = true }
        );

        var counts = await run.RunAsync();

        counts.IsClean.ShouldBeTrue(counts.ToString());
    }
}
