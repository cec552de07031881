using System.Net;
using System.Text;
using PaperBot.Discord;

namespace PaperBot.Tests.Discord.Rest;

public sealed class RequestTests
{
    [Fact]
    public async Task Requests_carry_token_agent_and_snake_case_json()
    {
        using var bot = new RestFixture();
        var message = new MessageCreate
        {
            Content = "你好 <b>",
            AllowedMentions = AllowedMentions.None,
            Flags = MessageFlags.SuppressEmbeds,
            Nonce = "n1",
            EnforceNonce = true,
        };

        await bot.Client.Messages.CreateAsync(
            RestFixture.Channel,
            message,
            cancellationToken: TestContext.Current.CancellationToken
        );

        var (request, body) = bot.Http.Requests.Single();
        request.RequestUri.ShouldBe(new Uri("https://api.test/api/v10/channels/500/messages"));
        request.Headers.Authorization!.ToString().ShouldBe("Bot secret");
        string.Join(" ", request.Headers.GetValues("User-Agent")).ShouldStartWith("DiscordBot (");
        body.ShouldBe(
            """
            {"content":"你好 <b>","nonce":"n1","enforce_nonce":true,"allowed_mentions":{"parse":[],"replied_user":false},"flags":4}
            """.Trim()
        );
    }

    [Fact]
    public async Task Files_go_as_parts_with_quoted_names_in_utf8()
    {
        using var bot = new RestFixture();
        var file = new DiscordFile("注意力 \"a\"\r\n.png", Encoding.UTF8.GetBytes("PNG!"), "图一", "image/png");

        await bot.Client.Messages.CreateAsync(
            RestFixture.Channel,
            new MessageCreate { Content = "x" },
            [file],
            TestContext.Current.CancellationToken
        );

        var (request, body) = bot.Http.Requests.Single();
        var boundary = request.Content!.Headers.ContentType!.Parameters.Single().Value!.Trim('"');
        body.ShouldBe(
            $$"""
            --{{boundary}}
            Content-Disposition: form-data; name="payload_json"
            Content-Type: application/json

            {"content":"x","attachments":[{"id":"0","filename":"注意力 \"a\"\r\n.png","description":"图一"}]}
            --{{boundary}}
            Content-Disposition: form-data; name="files[0]"; filename="注意力 %22a%22%0D%0A.png"
            Content-Type: image/png

            PNG!
            --{{boundary}}--

            """.ReplaceLineEndings("\r\n")
        );
    }

    [Fact]
    public async Task Interactions_go_without_the_bots_token()
    {
        using var bot = new RestFixture();
        var interaction = new Interaction
        {
            Id = new Snowflake(7),
            ApplicationId = new Snowflake(9),
            Token = "aW50/ZXJ+",
        };

        await bot.Client.Interactions.RespondAsync(
            interaction,
            InteractionResponse.Defer(ephemeral: true),
            cancellationToken: TestContext.Current.CancellationToken
        );

        var (request, body) = bot.Http.Requests.Single();
        request.RequestUri!.AbsoluteUri.ShouldBe("https://api.test/api/v10/interactions/7/aW50%2FZXJ%2B/callback");
        request.Headers.Authorization.ShouldBeNull();
        body.ShouldBe("""{"type":5,"data":{"flags":64}}""");
    }

    [Fact]
    public async Task Every_answer_is_disposed()
    {
        var answers = new Queue<HttpResponseMessage>([
            RestFixture.Limited(1),
            StubHttp.Json("{}", HttpStatusCode.BadGateway),
            RestFixture.Ok(),
            StubHttp.Json("""{"code":10003,"message":"Unknown Channel"}""", HttpStatusCode.NotFound),
        ]);
        using var bot = new RestFixture(_ => answers.Dequeue());

        var post = bot.PostAsync(nonce: "a");
        while (!post.IsCompleted)
            bot.Clock.AdvanceToNext();
        await post;
        await Should.ThrowAsync<DiscordApiException>(bot.PostAsync());

        bot.Http.Answers.Count.ShouldBe(4);
        bot.Http.Answers.ShouldAllBe(answer => answer.Disposed);
    }

    [Fact]
    public async Task A_lost_answer_is_asked_for_again_only_where_that_does_no_harm()
    {
        using var bot = new RestFixture(_ => throw new HttpRequestException(HttpRequestError.ResponseEnded));

        await Should.ThrowAsync<HttpRequestException>(bot.PostAsync());
        bot.Http.Requests.Count.ShouldBe(1);
        var withNonce = bot.PostAsync(nonce: "a");
        while (!withNonce.IsCompleted)
            bot.Clock.AdvanceToNext();

        await Should.ThrowAsync<HttpRequestException>(withNonce);
        bot.Http.Requests.Count.ShouldBe(5);
    }

    [Fact]
    public async Task A_request_that_was_certainly_not_sent_is_sent_again()
    {
        using var bot = new RestFixture { Http = { Fails = 2 } };

        var post = bot.PostAsync();
        while (!post.IsCompleted)
            bot.Clock.AdvanceToNext();

        await post;
        bot.Http.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Without_an_answer_in_time_the_caller_hears_that_nothing_is_known()
    {
        var clock = new PaperBot.Testing.Time.ManualTimeProvider();
        using var client = new DiscordClient(
            new DiscordOptions { Token = "secret" },
            new DiscordSeams
            {
                Http = new HangingHttp(),
                Time = clock,
                Random = new Random(1),
            }
        );

        var post = client.Messages.CreateAsync(
            RestFixture.Channel,
            new MessageCreate { Content = "x" },
            cancellationToken: TestContext.Current.CancellationToken
        );
        clock.Advance(TimeSpan.FromSeconds(30));

        await Should.ThrowAsync<TimeoutException>(post);
    }

    [Fact]
    public async Task After_a_401_nothing_is_sent_with_the_token_again()
    {
        using var bot = new RestFixture(_ =>
            StubHttp.Json("""{"code":0,"message":"401: Unauthorized"}""", HttpStatusCode.Unauthorized)
        );

        await Should.ThrowAsync<DiscordApiException>(bot.PostAsync());
        var stopped = await Should.ThrowAsync<DiscordStoppedException>(bot.PostAsync(501));

        stopped.RetryAfter.ShouldBeNull();
        bot.Http.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_401_of_an_interactions_token_stops_nothing_else()
    {
        using var bot = new RestFixture(request =>
            request.RequestUri!.AbsolutePath.Contains("webhooks", StringComparison.Ordinal)
                ? StubHttp.Json("""{"code":50027,"message":"Invalid Webhook Token"}""", HttpStatusCode.Unauthorized)
                : RestFixture.Ok()
        );
        var token = TestContext.Current.CancellationToken;

        var thrown = await Should.ThrowAsync<DiscordApiException>(
            bot.Client.Interactions.GetOriginalAsync(new Snowflake(9), "old", token)
        );
        await bot.PostAsync();

        thrown.Code.ShouldBe(DiscordErrorCode.InvalidWebhookToken);
    }

    [Fact]
    public async Task Too_many_invalid_requests_stop_sending_until_they_are_old()
    {
        using var bot = new RestFixture(
            _ => StubHttp.Json("""{"code":50001,"message":"Missing Access"}""", HttpStatusCode.Forbidden),
            new DiscordOptions { Token = "secret", InvalidRequests = 20 }
        );
        for (var i = 0; i < 20; i++)
        {
            var thrown = await Should.ThrowAsync<DiscordApiException>(bot.PostAsync((ulong)i));
            thrown.Resource.ShouldBe(new Snowflake((ulong)i));
            thrown.IsClosedDoor.ShouldBeTrue();
            bot.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var stopped = await Should.ThrowAsync<DiscordStoppedException>(bot.PostAsync(99));
        stopped.RetryAfter.ShouldBe(TimeSpan.FromSeconds(580));
        bot.Http.Requests.Count.ShouldBe(20);
        bot.Clock.Advance(TimeSpan.FromSeconds(580));
        await Should.ThrowAsync<DiscordApiException>(bot.PostAsync(99));
    }

    [Fact]
    public async Task An_answer_of_204_has_no_body_and_an_endless_one_is_cut_off()
    {
        using var empty = new RestFixture(_ => new HttpResponseMessage(HttpStatusCode.NoContent));
        await empty.Client.Channels.TypingAsync(RestFixture.Channel, TestContext.Current.CancellationToken);

        using var endless = new RestFixture(
            _ => StubHttp.Json(new string(' ', 2000)),
            new DiscordOptions { Token = "secret", LargestAnswer = 1000 }
        );
        await Should.ThrowAsync<DiscordException>(endless.PostAsync());
    }

    [Fact]
    public void A_token_with_its_prefix_is_taken_and_one_with_a_line_break_refused()
    {
        using var client = new DiscordClient(new DiscordOptions { Token = "Bot secret" });
        Should.Throw<ArgumentException>(() => new DiscordClient(new DiscordOptions { Token = "a\nb" }));
        new DiscordOptions { Token = "secret" }
            .ToString()
            .ShouldNotContain("secret");
    }
}
