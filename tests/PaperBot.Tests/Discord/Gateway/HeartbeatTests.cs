namespace PaperBot.Tests.Discord.Gateway;

public sealed class HeartbeatTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(41250);

    [Fact]
    public async Task The_first_beat_comes_within_the_interval_and_carries_the_last_sequence()
    {
        await using var bot = new GatewayFixture();
        var connection = bot
            .Script.ExpectConnect()
            .Send(GatewayFixture.Hello)
            .Expect(2)
            .Send(GatewayFixture.Ready(7))
            .Expect(1, beat => beat["d"]!.ToJsonString().ShouldBe("7"))
            .Expect(1);

        await bot.Start().UntilAsync(connection, 2 * Interval);

        bot.Client.Gateway.Shards.Single().Latency.ShouldNotBeNull();
    }

    [Fact]
    public async Task Before_the_first_event_a_beat_carries_null()
    {
        await using var bot = new GatewayFixture();
        var connection = bot
            .Script.ExpectConnect()
            .Send(GatewayFixture.Hello)
            .Expect(2)
            .Expect(
                1,
                beat =>
                {
                    beat.ContainsKey("d").ShouldBeTrue();
                    beat["d"].ShouldBeNull();
                }
            );

        await bot.Start().UntilAsync(connection, Interval);
    }

    [Fact]
    public async Task A_beat_that_is_asked_for_is_sent_at_once()
    {
        await using var bot = new GatewayFixture();
        var connection = bot
            .Script.ExpectConnect()
            .Send(GatewayFixture.Hello)
            .Expect(2)
            .Send(GatewayFixture.Ready())
            .Send("""{"op":1,"d":null}""")
            .Expect(1);

        var moved = await bot.Start().UntilAsync(connection);

        moved.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task A_missed_acknowledgement_ends_the_connection_and_resumes()
    {
        await using var bot = new GatewayFixture();
        var zombie = bot
            .Script.ExpectConnect()
            .Deaf()
            .Send(GatewayFixture.Hello)
            .Expect(2)
            .Send(GatewayFixture.Ready())
            .Expect(1);
        var second = bot.Script.ExpectConnect().Send(GatewayFixture.Hello).Expect(6).Send(GatewayFixture.Resumed(2));

        await bot.Start().UntilAsync(second, 3 * Interval);

        zombie.ClosedBy.ShouldBe(4000);
        bot.Client.Gateway.Shards.Single().LastEnd.ShouldBe("Zombie");
        zombie.Received.Count(payload => (int)payload["op"]! == 1).ShouldBe(1);
    }

    [Fact]
    public async Task A_slow_handler_does_not_make_a_zombie()
    {
        await using var bot = new GatewayFixture();
        var release = new TaskCompletionSource();
        bot.OnEvent = _ => new ValueTask(release.Task);
        var connection = bot
            .Script.ExpectConnect()
            .Send(GatewayFixture.Hello)
            .Expect(2)
            .Send(GatewayFixture.Ready())
            .Expect(1)
            .Expect(1)
            .Expect(1);

        await bot.Start().UntilAsync(connection, 4 * Interval);

        bot.Script.Addresses.Count.ShouldBe(1);
        release.SetResult();
    }
}
