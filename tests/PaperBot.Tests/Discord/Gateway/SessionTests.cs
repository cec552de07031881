using PaperBot.Discord;

namespace PaperBot.Tests.Discord.Gateway;

public sealed class SessionTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Identifies_and_hands_over_events_in_order(bool compress)
    {
        await using var bot = new GatewayFixture(compress);
        var connection = bot.Script.ExpectConnect();
        if (compress)
            connection.Compressed();
        connection
            .Send(GatewayFixture.Hello)
            .Expect(
                2,
                identify =>
                {
                    ((string?)identify["d"]!["token"]).ShouldBe("secret");
                    ((int)identify["d"]!["intents"]!).ShouldBe((1 << 0) | (1 << 9) | (1 << 12));
                    identify["d"]!["shard"]!.ToJsonString().ShouldBe("[0,1]");
                }
            )
            .Send(GatewayFixture.Ready())
            .SendInPieces(GatewayFixture.Message(2, "20"))
            .Send(GatewayFixture.Message(3, "21"));

        await bot.Start().UntilAsync(connection);

        (await bot.NamesAsync(3)).ShouldBe("READY:1 MESSAGE_CREATE:2 MESSAGE_CREATE:3");
        var query = compress ? "?v=10&encoding=json&compress=zlib-stream" : "?v=10&encoding=json";
        bot.Script.Addresses.ShouldBe([new Uri($"wss://gateway.test/{query}")]);
        bot.Client.Gateway.Shards.Single().State.ShouldBe(ShardState.Ready);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Resumes_at_the_resume_address_after_a_drop_in_the_middle_of_a_frame(bool compress)
    {
        await using var bot = new GatewayFixture(compress);
        Expect()
            .Send(GatewayFixture.Hello)
            .Expect(2)
            .Send(GatewayFixture.Ready())
            .Send(GatewayFixture.Message(2, "20"))
            .Drop(halfOf: GatewayFixture.Message(3, "21"));
        var second = Expect()
            .Send(GatewayFixture.Hello)
            .Expect(
                6,
                resume =>
                    resume["d"]!.ToJsonString().ShouldBe("""{"token":"secret","session_id":"session-1","seq":2}""")
            )
            .Send(GatewayFixture.Message(3, "21"))
            .Send(GatewayFixture.Resumed(4));

        await bot.Start().UntilAsync(second);

        (await bot.NamesAsync(4)).ShouldBe("READY:1 MESSAGE_CREATE:2 MESSAGE_CREATE:3 RESUMED:4");
        bot.Script.Addresses[1].Host.ShouldBe("resume.test");
        bot.Script.Addresses[1].Query.ShouldBe(bot.Script.Addresses[0].Query);
        bot.Client.Gateway.Shards.Single().Identifies.ShouldBe(1);

        ScriptedConnection Expect() => compress ? bot.Script.ExpectConnect().Compressed() : bot.Script.ExpectConnect();
    }

    [Fact]
    public async Task A_replayed_event_that_was_seen_is_not_handled_twice()
    {
        await using var bot = new GatewayFixture();
        bot.Script.ExpectConnect()
            .Send(GatewayFixture.Hello)
            .Expect(2)
            .Send(GatewayFixture.Ready())
            .Send(GatewayFixture.Message(2, "20"))
            .Send(GatewayFixture.Message(3, "21"))
            .Drop();
        var second = bot
            .Script.ExpectConnect()
            .Send(GatewayFixture.Hello)
            .Expect(6)
            .Send(GatewayFixture.Message(2, "20"))
            .Send(GatewayFixture.Message(3, "21"))
            .Send(GatewayFixture.Message(4, "22"))
            .Send(GatewayFixture.Resumed(5));

        await bot.Start().UntilAsync(second);

        (await bot.NamesAsync(5)).ShouldBe("READY:1 MESSAGE_CREATE:2 MESSAGE_CREATE:3 MESSAGE_CREATE:4 RESUMED:5");
    }

    [Fact]
    public async Task A_wish_for_reconnecting_is_obeyed_at_once_and_resumes()
    {
        await using var bot = new GatewayFixture();
        var first = bot
            .Script.ExpectConnect()
            .Send(GatewayFixture.Hello)
            .Expect(2)
            .Send(GatewayFixture.Ready())
            .Send("""{"op":7,"d":null}""");
        var second = bot.Script.ExpectConnect().Send(GatewayFixture.Hello).Expect(6).Send(GatewayFixture.Resumed(2));

        await bot.Start().UntilAsync(first);
        var moved = await bot.UntilAsync(second);

        moved.ShouldBe(TimeSpan.Zero);
        first.ClosedBy.ShouldNotBe(1000);
        first.ClosedBy.ShouldNotBe(1001);
    }

    [Fact]
    public async Task A_refused_resume_begins_a_new_session_at_the_cached_address()
    {
        await using var bot = new GatewayFixture();
        bot.Script.ExpectConnect().Send(GatewayFixture.Hello).Expect(2).Send(GatewayFixture.Ready()).Drop();
        bot.Script.ExpectConnect().Send(GatewayFixture.Hello).Expect(6).Send("""{"op":9,"d":false}""");
        var third = bot
            .Script.ExpectConnect()
            .Send(GatewayFixture.Hello)
            .Expect(2)
            .Send(GatewayFixture.Ready(1, "session-2"));

        await bot.Start().UntilAsync(third);

        (await bot.NamesAsync(2)).ShouldBe("READY:1 READY:1");
        bot.Script.Addresses.Select(a => a.Host).ShouldBe(["gateway.test", "resume.test", "gateway.test"]);
    }

    [Fact]
    public async Task An_invalid_session_that_may_be_resumed_is_resumed()
    {
        await using var bot = new GatewayFixture();
        bot.Script.ExpectConnect()
            .Send(GatewayFixture.Hello)
            .Expect(2)
            .Send(GatewayFixture.Ready())
            .Send("""{"op":9,"d":true}""");
        var second = bot.Script.ExpectConnect().Send(GatewayFixture.Hello).Expect(6).Send(GatewayFixture.Resumed(2));

        await bot.Start().UntilAsync(second);

        bot.Client.Gateway.Shards.Single().Identifies.ShouldBe(1);
    }

    [Theory]
    [InlineData(4000, 6)]
    [InlineData(4001, 6)]
    [InlineData(4002, 6)]
    [InlineData(4003, 6)]
    [InlineData(4005, 6)]
    [InlineData(4007, 2)]
    [InlineData(4008, 6)]
    [InlineData(4009, 2)]
    [InlineData(1000, 6)]
    [InlineData(1001, 6)]
    [InlineData(1006, 6)]
    [InlineData(4999, 6)]
    [InlineData(null, 6)]
    public async Task After_a_close_code_that_allows_it_the_bot_is_back(int? code, int op)
    {
        await using var bot = new GatewayFixture();
        bot.Script.ExpectConnect().Send(GatewayFixture.Hello).Expect(2).Send(GatewayFixture.Ready()).Close(code);
        var second = bot
            .Script.ExpectConnect()
            .Send(GatewayFixture.Hello)
            .Expect(op)
            .Send(op == 6 ? GatewayFixture.Resumed(2) : GatewayFixture.Ready(1, "session-2"));

        await bot.Start().UntilAsync(second);

        bot.Client.Gateway.Shards.Single().State.ShouldBe(ShardState.Ready);
        bot.Script.Addresses.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(4004)]
    [InlineData(4010)]
    [InlineData(4011)]
    [InlineData(4012)]
    [InlineData(4013)]
    [InlineData(4014)]
    public async Task After_a_close_code_that_forbids_it_the_bot_stays_away(int code)
    {
        await using var bot = new GatewayFixture();
        var only = bot.Script.ExpectConnect().Send(GatewayFixture.Hello).Expect(2).Close(code);
        await bot.Start().UntilAsync(only);

        var thrown = await Should.ThrowAsync<GatewayClosedException>(bot.Running);

        thrown.Code.ShouldBe((GatewayCloseCode)code);
        bot.Script.Addresses.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Stopping_says_goodbye_with_1000()
    {
        var bot = new GatewayFixture();
        var connection = bot.Script.ExpectConnect().Send(GatewayFixture.Hello).Expect(2).Send(GatewayFixture.Ready());
        await bot.Start().UntilAsync(connection);

        await bot.DisposeAsync();

        connection.ClosedBy.ShouldBe(1000);
        bot.Running.IsCanceled.ShouldBeTrue();
    }

    [Fact]
    public async Task A_handler_that_throws_loses_its_event_only()
    {
        await using var bot = new GatewayFixture();
        bot.OnEvent = received =>
            received.Sequence == 2 ? throw new InvalidOperationException("no") : ValueTask.CompletedTask;
        var connection = bot
            .Script.ExpectConnect()
            .Send(GatewayFixture.Hello)
            .Expect(2)
            .Send(GatewayFixture.Ready())
            .Send(GatewayFixture.Message(2, "20"))
            .Send(GatewayFixture.Message(3, "21"));

        await bot.Start().UntilAsync(connection);

        (await bot.NamesAsync(3)).ShouldBe("READY:1 MESSAGE_CREATE:2 MESSAGE_CREATE:3");
    }

    [Fact]
    public async Task Unknown_events_and_events_of_another_shape_are_passed_on_as_they_came()
    {
        await using var bot = new GatewayFixture();
        var connection = bot
            .Script.ExpectConnect()
            .Send(GatewayFixture.Hello)
            .Expect(2)
            .Send(GatewayFixture.Ready())
            .Send("""{"op":0,"t":"SOMETHING_NEW","s":2,"d":{"a":[1,2]}}""")
            .Send("""{"op":0,"t":"MESSAGE_CREATE","s":3,"d":{"id":{},"channel_id":"5"}}""")
            .Send("""{"op":99,"d":null}""")
            .Send(GatewayFixture.Message(4, "22"));

        await bot.Start().UntilAsync(connection);

        (await bot.NamesAsync(4)).ShouldBe("READY:1 SOMETHING_NEW:2 MESSAGE_CREATE:3 MESSAGE_CREATE:4");
        bot.Events.ElementAt(1).Json.GetRawText().ShouldBe("""{"a":[1,2]}""");
        bot.Events.ElementAt(2).Data.ShouldBeNull();
    }
}
