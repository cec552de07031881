using System.Net;
using PaperBot.Discord;

namespace PaperBot.Tests.Discord.Rest;

public sealed class RateLimitTests
{
    private static readonly TimeSpan JustUnder = TimeSpan.FromMilliseconds(1);

    [Fact]
    public async Task An_exhausted_bucket_waits_for_its_reset_and_not_for_the_wall_clock()
    {
        using var bot = new RestFixture(_ => RestFixture.Ok(RestFixture.Bucket(0, 2.5)));
        await bot.PostAsync();

        var second = bot.PostAsync();
        bot.Clock.StepWallClock(TimeSpan.FromDays(1));
        bot.Clock.Advance(TimeSpan.FromSeconds(2.5) - JustUnder);
        bot.Http.Requests.Count.ShouldBe(1);
        bot.Clock.Advance(JustUnder);

        await second;
    }

    [Fact]
    public async Task Another_channel_does_not_wait()
    {
        using var bot = new RestFixture(_ => RestFixture.Ok(RestFixture.Bucket(0, 60)));
        await bot.PostAsync(500);

        await bot.PostAsync(501);

        bot.Http.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Routes_that_share_a_bucket_share_its_limit_within_a_channel()
    {
        using var bot = new RestFixture(_ => RestFixture.Ok(RestFixture.Bucket(0, 10, "shared-by-two")));
        await bot.PostAsync();
        var edit = new MessageEdit { Content = "y" };
        var token = TestContext.Current.CancellationToken;
        await bot.Client.Messages.EditAsync(new Snowflake(501), new Snowflake(1), edit, cancellationToken: token);

        var third = bot.Client.Messages.EditAsync(
            RestFixture.Channel,
            new Snowflake(1),
            edit,
            cancellationToken: token
        );
        bot.Clock.Advance(TimeSpan.FromSeconds(9.9));
        bot.Http.Requests.Count.ShouldBe(2);
        bot.Clock.Advance(TimeSpan.FromSeconds(0.1));

        await third;
    }

    [Fact]
    public async Task Requests_to_one_channel_are_sent_one_after_the_other_in_their_order()
    {
        var gates = new Queue<TaskCompletionSource>();
        var sent = new List<string>();
        using var http = new GatedHttp(sent, gates);
        using var client = new DiscordClient(
            new DiscordOptions { Token = "secret" },
            new DiscordSeams { Http = http, Random = new Random(1) }
        );
        var posts = Enumerable
            .Range(0, 20)
            .Select(i =>
                client.Messages.CreateAsync(
                    RestFixture.Channel,
                    new MessageCreate { Content = $"{i}" },
                    cancellationToken: TestContext.Current.CancellationToken
                )
            )
            .ToArray();

        for (var i = 0; i < posts.Length; i++)
        {
            gates.Count.ShouldBe(1);
            gates.Dequeue().SetResult();
        }

        await Task.WhenAll(posts);
        sent.ShouldBe(Enumerable.Range(0, 20).Select(i => $$"""{"content":"{{i}}"}"""));
    }

    [Fact]
    public async Task A_429_of_the_user_is_waited_out_by_its_body_and_the_request_repeated()
    {
        var answers = new Queue<HttpResponseMessage>([RestFixture.Limited(1.25), RestFixture.Ok()]);
        using var bot = new RestFixture(_ => answers.Dequeue());

        var post = bot.PostAsync();
        var other = bot.PostAsync(501);
        bot.Http.Requests.Count.ShouldBe(2);
        answers.Enqueue(RestFixture.Ok());
        bot.Clock.Advance(TimeSpan.FromSeconds(1.25) - JustUnder);
        bot.Http.Requests.Count.ShouldBe(2);
        bot.Clock.Advance(JustUnder);

        await post;
        await other;
        bot.Client.Status.RateLimited.ShouldBe(1);
        bot.Client.Status.Invalid.ShouldBe(1);
    }

    [Fact]
    public async Task A_global_429_stops_all_but_interactions()
    {
        var answers = new Queue<HttpResponseMessage>([RestFixture.Limited(3, "global")]);
        using var bot = new RestFixture(_ => answers.TryDequeue(out var answer) ? answer : RestFixture.Ok());

        var post = bot.PostAsync();
        var other = bot.PostAsync(501);
        bot.Http.Requests.Count.ShouldBe(1);
        await bot.Client.Interactions.GetOriginalAsync(
            new Snowflake(9),
            "token",
            TestContext.Current.CancellationToken
        );
        bot.Clock.Advance(TimeSpan.FromSeconds(3));

        await post;
        await other;
    }

    [Fact]
    public async Task A_429_of_a_shared_resource_is_not_counted_as_invalid()
    {
        var answers = new Queue<HttpResponseMessage>([RestFixture.Limited(1, "shared"), RestFixture.Ok()]);
        using var bot = new RestFixture(_ => answers.Dequeue());

        var post = bot.PostAsync();
        bot.Clock.Advance(TimeSpan.FromSeconds(1));

        await post;
        bot.Client.Status.Invalid.ShouldBe(0);
    }

    [Fact]
    public async Task A_limit_beyond_the_longest_wait_is_an_error_with_its_time()
    {
        using var bot = new RestFixture(_ => RestFixture.Limited(1336.57, "shared"));

        var thrown = await Should.ThrowAsync<DiscordRateLimitException>(bot.PostAsync());
        var next = await Should.ThrowAsync<DiscordRateLimitException>(bot.PostAsync());

        thrown.RetryAfter.ShouldBe(TimeSpan.FromSeconds(1336.57));
        next.RetryAfter.ShouldBe(thrown.RetryAfter);
        bot.Http.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_429_without_json_stops_everything_for_its_retry_after()
    {
        var answers = new Queue<HttpResponseMessage>([
            new HttpResponseMessage(HttpStatusCode.TooManyRequests)
            {
                Content = new StringContent("<html>"),
                Headers = { { "Retry-After", "7" } },
            },
        ]);
        using var bot = new RestFixture(_ => answers.TryDequeue(out var answer) ? answer : RestFixture.Ok());

        var post = bot.PostAsync();
        var other = bot.PostAsync(501);
        bot.Clock.Advance(TimeSpan.FromSeconds(7) - JustUnder);
        bot.Http.Requests.Count.ShouldBe(1);
        bot.Clock.Advance(JustUnder);

        await Task.WhenAll(post, other);
    }

    [Fact]
    public async Task No_second_holds_more_than_the_global_limit()
    {
        var sent = new List<DateTimeOffset>();
        using var bot = new RestFixture();
        var posts = Enumerable.Range(0, 175).Select(i => Timed(bot, sent, (ulong)(1000 + i))).ToArray();

        sent.Count.ShouldBe(50);
        while (bot.Clock.AdvanceToNext()) { }
        await Task.WhenAll(posts);

        for (var i = 50; i < sent.Count; i++)
            (sent[i] - sent[i - 50]).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(1));
        (sent[^1] - sent[0]).ShouldBeLessThanOrEqualTo(TimeSpan.FromSeconds(3.01));

        static async Task Timed(RestFixture bot, List<DateTimeOffset> sent, ulong channel)
        {
            await bot.PostAsync(channel);
            sent.Add(bot.Clock.GetUtcNow());
        }
    }

    [Fact]
    public async Task A_caller_who_gives_up_frees_the_place_in_the_line()
    {
        using var bot = new RestFixture(_ => RestFixture.Ok(RestFixture.Bucket(0, 5)));
        await bot.PostAsync();
        using var patience = new CancellationTokenSource();
        var message = new MessageCreate { Content = "x" };
        var given = bot.Client.Messages.CreateAsync(RestFixture.Channel, message, null, patience.Token);
        var waiting = bot.Client.Messages.CreateAsync(RestFixture.Channel, message, null, patience.Token);
        var stays = bot.PostAsync();

        await patience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(given);
        await Should.ThrowAsync<OperationCanceledException>(waiting);
        bot.Clock.Advance(TimeSpan.FromSeconds(5));

        await stays;
        bot.Http.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Buckets_of_interactions_are_forgotten()
    {
        using var bot = new RestFixture();
        for (var i = 0; i < 5_000; i++)
        {
            await bot.Client.Interactions.GetOriginalAsync(
                new Snowflake(9),
                $"token-{i}",
                TestContext.Current.CancellationToken
            );
        }

        bot.Client.Status.Buckets.ShouldBeLessThanOrEqualTo(1024);
    }
}
