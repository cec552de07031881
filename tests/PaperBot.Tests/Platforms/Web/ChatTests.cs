using System.Net;
using PaperBot.Core.Commands;
using PaperBot.Core.Delivery;
using PaperBot.Core.Identity;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Progress;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;

namespace PaperBot.Tests.Platforms.Web;

public sealed class ChatTests
{
    private const string Turn = "message-0001";

    [Fact]
    public async Task A_question_is_answered_in_its_turn_and_the_request_confirmed()
    {
        await using var page = await WebPage.StartAsync();
        using var client = new PageClient(page.Url);
        using var events = await client.FollowAsync();

        using var response = await client.WriteAsync(Turn, "hello");
        var answered = await events.NextAsync("turn", turn => turn.TryGetProperty("cards", out _));

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        answered.Data.GetProperty("id").GetString().ShouldBe(Turn);
        answered.Data.GetProperty("text").GetString().ShouldBe("hello");
        answered.Data.GetProperty("cards")[0].GetProperty("html").GetString().ShouldBe("<p>You said: hello</p>\n");
        var incoming = page.Router.Asked.ShouldHaveSingleItem();
        incoming.Id.Value.ShouldBe("web:" + Turn);
        incoming.Person.Id.ToString().ShouldBe("web:local");
        incoming.Conversation.ToString().ShouldBe("web:local.chat-0001");
        incoming.Place.Id.ToString().ShouldBe("web:local.chat-0001");
        incoming.ReplyAddress.ShouldBe("turn:" + Turn);
        await Eventually(() => page.Router.Confirmed.Contains(incoming.Id));
    }

    [Fact]
    public async Task An_answer_that_fails_on_its_way_out_is_given_again()
    {
        await using var page = await WebPage.StartAsync();
        using var client = new PageClient(page.Url);
        page.Router.On("hello", (_, _) => throw new InvalidOperationException("a mistake"));

        using var response = await client.WriteAsync(Turn, "hello");

        await Eventually(() => page.Router.Postponed.Contains(RequestId.Of("web", Turn)));
    }

    [Fact]
    public async Task A_message_sent_again_is_answered_once()
    {
        await using var page = await WebPage.StartAsync();
        using var client = new PageClient(page.Url);
        var held = page.Router.Hold("slow");
        using var events = await client.FollowAsync();

        using var first = await client.WriteAsync(Turn, "slow");
        using var second = await client.WriteAsync(Turn, "slow");
        held.SetResult(Reply.Of("done"));
        await events.NextAsync("turn", turn => turn.TryGetProperty("cards", out _));
        using var third = await client.WriteAsync(Turn, "slow");

        third.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.Router.Asked.Count.ShouldBe(1);
        (await client.TurnsAsync()).GetProperty("turns").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task A_waiting_question_does_not_keep_the_next_one_waiting()
    {
        await using var page = await WebPage.StartAsync();
        using var client = new PageClient(page.Url);
        page.Router.Hold("slow");
        using var events = await client.FollowAsync();

        using var first = await client.WriteAsync(Turn, "slow");
        using var second = await client.WriteAsync("message-0002", "quick");
        var answered = await events.NextAsync("turn", turn => turn.TryGetProperty("cards", out _));

        answered.Data.GetProperty("id").GetString().ShouldBe("message-0002");
        var turns = (await client.TurnsAsync()).GetProperty("turns");
        turns[0].GetProperty("id").GetString().ShouldBe(Turn);
        turns[0].TryGetProperty("cards", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Position_stage_and_partial_text_reach_the_page_in_its_language()
    {
        await using var page = await WebPage.StartAsync();
        using var client = new PageClient(page.Url);
        page.Router.Hold("slow");
        using var events = await client.FollowAsync(query: "lang=zh-CN");
        using var response = await client.WriteAsync(Turn, "slow");
        await Eventually(() => !page.Router.Asked.IsEmpty);
        var progress = page.Router.Asked.Single().Progress;

        progress.Report(new ProgressUpdate.Queued("arxiv-api", 3, TimeSpan.FromSeconds(9)));
        var queued = await events.NextAsync("progress", Says("排第 3 位"));
        progress.Report(new ProgressUpdate.Stage(Message.Of("duration.seconds", ("count", 5))));
        await events.NextAsync("progress", Says("5 秒"));
        progress.Report(new ProgressUpdate.Partial("so **far**"));
        var partial = await events.NextAsync("progress", Says("5 秒"));

        queued.Data.GetProperty("active")[0].GetString().ShouldBe(Turn);
        partial
            .Data.GetProperty("changed")[0]
            .GetProperty("html")
            .GetString()
            .ShouldBe("<p>so <strong>far</strong></p>\n");
    }

    [Fact]
    public async Task An_action_replaces_the_answer_it_stands_on()
    {
        await using var page = await WebPage.StartAsync();
        page.Router.On("list", Reply.Of("page one"));
        page.Router.On("/list page:2", Reply.Of("page two"));
        using var client = new PageClient(page.Url);
        using var events = await client.FollowAsync();
        using var asked = await client.WriteAsync(Turn, "list");
        await events.NextAsync("turn", turn => turn.TryGetProperty("cards", out _));

        using var pressed = await client.WriteAsync("message-0002", "/list page:2", replaces: Turn);
        await events.NextAsync("turn", turn => turn.TryGetProperty("cards", out var c) && c.ToString().Contains("two"));

        pressed.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var turns = (await client.TurnsAsync()).GetProperty("turns");
        turns.GetArrayLength().ShouldBe(1);
        turns[0].GetProperty("text").GetString().ShouldBe("list");
    }

    [Fact]
    public async Task An_error_takes_no_answers_place()
    {
        await using var page = await WebPage.StartAsync();
        page.Router.On("list", Reply.Of("page one"));
        page.Router.On(
            "/list page:2",
            (incoming, _) =>
                Task.FromResult(
                    FakeRouter.Answer(incoming, Reply.Of("Come back later."), Errors.Throttled("limit.person", null))
                )
        );
        using var client = new PageClient(page.Url);
        using var events = await client.FollowAsync();
        using var asked = await client.WriteAsync(Turn, "list");
        await events.NextAsync("turn", turn => turn.TryGetProperty("cards", out _));

        using var pressed = await client.WriteAsync("message-0002", "/list page:2", replaces: Turn);
        var refused = await events.NextAsync("turn", turn => turn.TryGetProperty("error", out _));

        refused.Data.GetProperty("error").GetString().ShouldBe("throttled");
        var turns = (await client.TurnsAsync()).GetProperty("turns");
        turns[0].ToString().ShouldContain("page one");
        turns[1].ToString().ShouldContain("Come back later.");
    }

    [Fact]
    public async Task A_page_that_reconnects_gets_what_was_answered_meanwhile_once()
    {
        await using var page = await WebPage.StartAsync();
        using var client = new PageClient(page.Url);
        var held = page.Router.Hold("slow");
        long seen;
        using (var before = await client.FollowAsync())
        {
            using var response = await client.WriteAsync(Turn, "slow");
            seen = (await before.NextAsync("turn")).Id!.Value;
        }
        held.SetResult(Reply.Of("done"));
        await Eventually(() => !page.Router.Confirmed.IsEmpty);

        using var after = await client.FollowAsync(seen);
        var first = await after.ReadAsync(TestContext.Current.CancellationToken);
        var second = await after.ReadAsync(TestContext.Current.CancellationToken);

        first!.Name.ShouldBe("turn");
        first.Data.GetProperty("cards")[0].GetProperty("html").GetString().ShouldBe("<p>done</p>\n");
        second!.Name.ShouldBe("progress");
        second.Data.GetProperty("active").GetArrayLength().ShouldBe(0);
        using var caughtUp = await client.FollowAsync(first.Id!.Value);
        (await caughtUp.ReadAsync(TestContext.Current.CancellationToken))!.Name.ShouldBe("progress");
    }

    [Fact]
    public async Task A_question_forgotten_before_the_router_knew_it_is_taken_up_when_its_page_comes_back()
    {
        await using var page = await WebPage.StartAsync();
        using var client = new PageClient(page.Url);
        var chat = new ConversationId("web", "local.chat-0001");
        var payload = """{"text":"hello","locale":"zh-CN"}""";
        await page.Transcript.AppendAsync(
            new(chat, Turn, "asked", payload, null, DateTimeOffset.UnixEpoch),
            TestContext.Current.CancellationToken
        );

        using var events = await client.FollowAsync();
        var answered = await events.NextAsync("turn", turn => turn.TryGetProperty("cards", out _));

        answered.Data.GetProperty("id").GetString().ShouldBe(Turn);
        page.Router.Asked.Single().Locale.ShouldBe(Locale.Chinese);
    }

    [Fact]
    public async Task The_outbox_answers_in_the_turn_once_and_posts_of_its_own_once()
    {
        await using var page = await WebPage.StartAsync();
        using var client = new PageClient(page.Url);
        page.Router.On(
            "slow",
            (incoming, _) => Task.FromResult(new Response(incoming.Id, ResponseKind.Repeated, null))
        );
        using var events = await client.FollowAsync();
        using var response = await client.WriteAsync(Turn, "slow");
        await events.NextAsync("turn");
        var place = new PlaceId("web", "local.chat-0001");
        var token = TestContext.Current.CancellationToken;

        for (var i = 0; i < 2; i++)
        {
            var late = new Destination(place, "turn:" + Turn);
            var sent = await page.Outbox.PostAsync(late, Reply.Of("late answer"), new("web:" + Turn), token);
            sent.ShouldBe(new DeliveryResult.Sent(Turn));
            var own = await page.Outbox.PostAsync(new(place), Reply.Of("the news"), new("digest:1"), token);
            own.ShouldBeOfType<DeliveryResult.Sent>();
        }

        var turns = (await client.TurnsAsync()).GetProperty("turns");
        turns.GetArrayLength().ShouldBe(2);
        turns[0].GetProperty("cards")[0].GetProperty("html").GetString().ShouldBe("<p>late answer</p>\n");
        turns[1].GetProperty("cards")[0].GetProperty("html").GetString().ShouldBe("<p>the news</p>\n");
        turns[1].TryGetProperty("text", out _).ShouldBeFalse();
        await events.NextAsync("turn", turn => turn.ToString().Contains("the news"));
    }

    [Fact]
    public async Task Pictures_are_shown_and_files_downloaded()
    {
        await using var page = await WebPage.StartAsync();
        page.Router.On(
            "draw",
            Reply.Of(
                new Card("plot")
                {
                    Markdown = "A plot",
                    Attachments =
                    [
                        new("plot.svg", "image/svg+xml", "<svg/>"u8.ToArray(), "a curve"),
                        new("论文.bib", "application/x-bibtex", "@a{}"u8.ToArray(), "BibTeX"),
                        new("x.html", "text/html", "<script>"u8.ToArray(), "a page"),
                    ],
                }
            )
        );
        using var client = new PageClient(page.Url);
        using var events = await client.FollowAsync();
        using var asked = await client.WriteAsync(Turn, "draw");
        var turn = await events.NextAsync("turn", turn => turn.TryGetProperty("cards", out _));
        var files = turn.Data.GetProperty("cards")[0].GetProperty("files");

        using var picture = await client.GetAsync(files[0].GetProperty("url").GetString()!);
        using var file = await client.GetAsync(files[1].GetProperty("url").GetString()!);
        using var html = await client.GetAsync(files[2].GetProperty("url").GetString()!);

        files[0].GetProperty("picture").GetBoolean().ShouldBeTrue();
        picture.Content.Headers.ContentType!.MediaType.ShouldBe("image/svg+xml");
        picture.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("sandbox");
        files[1].GetProperty("picture").GetBoolean().ShouldBeFalse();
        file.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("论文.bib");
        html.Content.Headers.ContentType!.MediaType.ShouldBe("application/octet-stream");
        (await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe("@a{}"u8.ToArray());
    }

    [Fact]
    public async Task Files_too_large_to_be_kept_are_left_out_and_said()
    {
        await using var page = await WebPage.StartAsync();
        var card = new Card("plot")
        {
            Markdown = "A plot",
            Attachments = [new("a.png", "image/png", new byte[1_900_000], "")],
        };
        page.Router.On("draw", Reply.Of(card));
        using var client = new PageClient(page.Url);
        using var events = await client.FollowAsync();

        using var asked = await client.WriteAsync(Turn, "draw");
        var turn = await events.NextAsync("turn", turn => turn.TryGetProperty("cards", out _));

        turn.Data.GetProperty("cards")[0].GetProperty("files").GetArrayLength().ShouldBe(0);
        turn.Data.GetProperty("cards")[1].GetProperty("html").GetString()!.ShouldContain("too large");
    }

    [Fact]
    public async Task Long_chats_are_read_in_pages()
    {
        await using var page = await WebPage.StartAsync();
        using var client = new PageClient(page.Url);
        for (var i = 0; i < 65; i++)
            using (await client.WriteAsync($"message-{i:0000}", $"question {i}")) { }
        await Eventually(() => page.Router.Confirmed.Count == 65);

        var last = await client.TurnsAsync();
        var before = last.GetProperty("turns")[0].GetProperty("seq").GetInt64();
        var earlier = await client.ReadAsync($"api/chats/{client.Chat}?before={before}");
        before = earlier.GetProperty("turns")[0].GetProperty("seq").GetInt64();
        var first = await client.ReadAsync($"api/chats/{client.Chat}?before={before}");

        last.GetProperty("turns")[29].GetProperty("text").GetString().ShouldBe("question 64");
        last.GetProperty("more").GetBoolean().ShouldBeTrue();
        earlier.GetProperty("turns").GetArrayLength().ShouldBe(30);
        first.GetProperty("turns").GetArrayLength().ShouldBe(5);
        first.GetProperty("more").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task Chats_are_listed_by_their_first_question_and_can_be_cleared()
    {
        await using var page = await WebPage.StartAsync();
        using var one = new PageClient(page.Url);
        using var other = new PageClient(page.Url, "chat-0002");
        using (await one.WriteAsync(Turn, "first question")) { }
        using (await other.WriteAsync("message-0002", "second\nquestion")) { }
        await Eventually(() => page.Router.Confirmed.Count == 2);

        var chats = await one.ReadAsync("api/chats");
        using (await one.PostAsync($"api/chats/{one.Chat}/clear", new { })) { }

        chats
            .EnumerateArray()
            .Select(chat => chat.GetProperty("title").GetString())
            .ShouldBe(["second question", "first question"], ignoreOrder: true);
        (await one.TurnsAsync()).GetProperty("turns").GetArrayLength().ShouldBe(0);
    }

    internal static async Task Eventually(Func<bool> condition)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        while (!condition())
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, patience.Token);
    }

    private static Func<System.Text.Json.JsonElement, bool> Says(string text) =>
        data =>
            data.GetProperty("changed")
                .EnumerateArray()
                .Any(turn => turn.GetProperty("text").GetString()!.Contains(text));
}
