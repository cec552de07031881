using PaperBot.Discord;

namespace PaperBot.Tests.Discord.Gateway;

public sealed class OutageTests
{
    [Fact]
    public async Task A_gateway_that_accepts_and_says_nothing_is_left_and_costs_no_identify()
    {
        await using var bot = new GatewayFixture();
        bot.Script.ExpectConnect();
        bot.Script.ExpectConnect();
        var third = bot.Script.ExpectConnect().Send(GatewayFixture.Hello).Expect(2).Send(GatewayFixture.Ready());

        await bot.Start().UntilAsync(third);

        bot.Client.Gateway.Shards.Single().Identifies.ShouldBe(1);
    }

    [Fact]
    public async Task Ten_minutes_without_names_cost_no_identify_and_end_in_a_resume()
    {
        await using var bot = new GatewayFixture();
        var first = bot.Script.ExpectConnect().Send(GatewayFixture.Hello).Expect(2).Send(GatewayFixture.Ready()).Drop();
        var back = bot.Script.ExpectConnect().Send(GatewayFixture.Hello).Expect(6).Send(GatewayFixture.Resumed(2));
        await bot.Start().UntilAsync(first);

        bot.Script.Unreachable = true;
        await bot.PassAsync(TimeSpan.FromMinutes(10));
        var attempts = bot.Script.Addresses.Count;
        bot.Script.Unreachable = false;
        var moved = await bot.UntilAsync(back);

        moved.ShouldBeLessThanOrEqualTo(TimeSpan.FromSeconds(61));
        attempts.ShouldBeInRange(10, 30);
        bot.Client.Gateway.Shards.Single().Identifies.ShouldBe(1);
        bot.Script.Addresses[^1].Host.ShouldBe("gateway.test");
    }

    [Fact]
    public async Task An_api_that_is_down_at_the_start_is_asked_again()
    {
        await using var bot = new GatewayFixture();
        bot.Http.Fails = 3;
        var connection = bot.Script.ExpectConnect().Send(GatewayFixture.Hello).Expect(2).Send(GatewayFixture.Ready());

        await bot.Start().UntilAsync(connection);

        bot.Client.Gateway.Shards.Single().State.ShouldBe(ShardState.Ready);
    }

    [Fact]
    public async Task A_session_that_is_refused_again_and_again_is_begun_no_faster_than_allowed()
    {
        await using var bot = new GatewayFixture(remaining: 5);
        var connections = Enumerable
            .Range(0, 6)
            .Select(i =>
                bot.Script.ExpectConnect()
                    .Send(GatewayFixture.Hello)
                    .Expect(2)
                    .Send(i < 5 ? """{"op":9,"d":false}""" : GatewayFixture.Ready())
            )
            .ToArray();
        bot.Start();
        await bot.PassAsync(TimeSpan.FromHours(23));
        connections.Count(c => c.IdentifiedAt is not null).ShouldBe(5);
        bot.Remaining = 1000;
        await bot.UntilAsync(connections[5], TimeSpan.FromHours(2));

        var sent = connections.Select(c => c.IdentifiedAt!.Value).ToArray();
        for (var i = 1; i < sent.Length; i++)
            (sent[i] - sent[i - 1]).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(5));
        (sent[^1] - sent[0]).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromHours(23.9));
    }

    [Fact]
    public async Task Shards_begin_one_after_the_other_within_the_concurrency()
    {
        await using var bot = new GatewayFixture(shards: 4, maxConcurrency: 2);
        var connections = Enumerable
            .Range(0, 4)
            .Select(_ => bot.Script.ExpectConnect().Send(GatewayFixture.Hello).Expect(2).Send(GatewayFixture.Ready()))
            .ToArray();
        bot.Start();
        foreach (var connection in connections)
            await bot.UntilAsync(connection);

        foreach (var key in connections.GroupBy(ShardOf))
        {
            var times = key.Select(c => c.IdentifiedAt!.Value).Order().ToArray();
            times.Length.ShouldBe(2);
            (times[1] - times[0]).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(5));
        }

        bot.Client.Gateway.Shards.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Presences_are_held_to_the_send_limit_and_heartbeats_are_not()
    {
        await using var bot = new GatewayFixture();
        var connection = bot.Script.ExpectConnect().Send(GatewayFixture.Hello).Expect(2).Send(GatewayFixture.Ready());
        await bot.Start().UntilAsync(connection);
        var presence = new PresenceUpdate
        {
            Status = "online",
            Activities = [],
            Afk = false,
        };

        var updates = Enumerable
            .Range(0, 150)
            .Select(_ => bot.Client.Gateway.UpdatePresenceAsync(presence, TestContext.Current.CancellationToken))
            .ToArray();
        await GatewayFixture.SettleAsync();
        connection.Received.Count.ShouldBeLessThanOrEqualTo(120);
        await bot.UntilAsync(Task.WhenAll(updates), TimeSpan.FromMinutes(2));

        connection.Received.Count(p => (int)p["op"]! == 3).ShouldBe(150);
        connection.Received.Count(p => (int)p["op"]! == 1).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_gateway_that_says_nothing_keeps_the_session_for_the_next_one()
    {
        await using var bot = new GatewayFixture();
        bot.Script.ExpectConnect().Send(GatewayFixture.Hello).Expect(2).Send(GatewayFixture.Ready()).Drop();
        bot.Script.ExpectConnect();
        bot.Script.ExpectConnect().Deaf().Send(GatewayFixture.Hello).Expect(6);
        var back = bot.Script.ExpectConnect().Send(GatewayFixture.Hello).Expect(6).Send(GatewayFixture.Resumed(2));

        await bot.Start().UntilAsync(back);

        bot.Client.Gateway.Shards.Single().Identifies.ShouldBe(1);
        (await bot.NamesAsync(2)).ShouldBe("READY:1 RESUMED:2");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Whatever_goes_wrong_in_a_row_no_event_is_handled_twice_and_one_identify_is_enough(int seed)
    {
        var random = new Random(seed);
        await using var bot = new GatewayFixture();
        var (sequence, first) = (1, true);
        var last = bot.Script.ExpectConnect();
        for (var round = 0; round < 12; round++)
        {
            last.Send(GatewayFixture.Hello).Expect(first ? 2 : 6);
            if (first)
                last.Send(GatewayFixture.Ready(sequence++));
            // What the client has seen or may have missed comes again, as Discord replays it.
            foreach (var missed in Enumerable.Range(Math.Max(2, sequence - 3), Math.Min(3, Math.Max(0, sequence - 2))))
                last.Send(GatewayFixture.Message(missed, $"{missed + 100}"));
            for (var i = random.Next(4); i > 0; i--)
                last.Send(GatewayFixture.Message(sequence, $"{sequence++ + 100}"));
            first = false;
            Break(last, random, sequence);
            last = bot.Script.ExpectConnect();
        }

        last.Send(GatewayFixture.Hello).Expect(6);
        foreach (var missed in Enumerable.Range(2, sequence - 2))
            last.Send(GatewayFixture.Message(missed, $"{missed + 100}"));
        last.Send(GatewayFixture.Resumed(sequence));
        await bot.Start().UntilAsync(last, TimeSpan.FromMinutes(30));
        await bot.NamesAsync(sequence);

        bot.Events.Select(received => received.Sequence).ShouldBe(Enumerable.Range(1, sequence).Select(i => (long)i));
        bot.Client.Gateway.Shards.Single().Identifies.ShouldBe(1);
    }

    private static void Break(ScriptedConnection connection, Random random, int sequence)
    {
        switch (random.Next(5))
        {
            case 0:
                connection.Drop(halfOf: GatewayFixture.Message(sequence, "9"));
                break;
            case 1:
                connection.Drop();
                break;
            case 2:
                connection.Send("""{"op":7,"d":null}""");
                break;
            case 3:
                connection.Send("""{"op":9,"d":true}""");
                break;
            default:
                connection.Close(random.Next(2) == 0 ? 4000 : 1001);
                break;
        }
    }

    private static int ShardOf(ScriptedConnection connection) =>
        (int)connection.Received.First(p => (int)p["op"]! == 2)["d"]!["shard"]![0]! % 2;
}
