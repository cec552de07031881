using Microsoft.Extensions.Logging.Abstractions;
using PaperBot.Core.Commands;
using PaperBot.Core.Identity;
using PaperBot.Core.Replies;
using PaperBot.Discord;
using PaperBot.Platforms.Discord.Interactions;
using PaperBot.Platforms.Discord.Posting;
using PaperBot.Testing.Discord.Api;
using PaperBot.Testing.Time;
using PaperBot.Tests.Platforms.Web;

namespace PaperBot.Tests.Platforms.Discord;

/// <summary>What becomes of a first answer that Discord takes late or not at all.</summary>
public sealed class DeliveryTests
{
    private static readonly RequestId Id = RequestId.Of("discord", "1");

    [Theory]
    [InlineData(2, false)]
    [InlineData(int.MaxValue, true)]
    public async Task What_Discord_cannot_take_now_is_tried_again_and_then_left_to_the_outbox(
        int refusals,
        bool isPostponed
    )
    {
        using var desk = await Desk.OpenAsync();
        var router = new FakeRouter();
        var tries = 0;
        desk.Simulator.Api.Fault = _ => ++tries <= refusals ? new ApiResponse(500, null) : null;

        await AnswerAsync(desk, router, Reply.Of("answer"));

        router.Postponed.Count.ShouldBe(isPostponed ? 1 : 0);
        router.Confirmed.Count.ShouldBe(isPostponed ? 0 : 1);
        desk.Town.Papers.Messages.Count.ShouldBe(isPostponed ? 0 : 1);
    }

    [Fact]
    public async Task What_cannot_be_rendered_is_not_lost_until_the_next_start()
    {
        using var desk = await Desk.OpenAsync();
        var router = new FakeRouter();

        await AnswerAsync(desk, router, new Reply([null!]));

        router.Postponed.ShouldBe([Id]);
        router.Confirmed.ShouldBeEmpty();
    }

    private static async Task AnswerAsync(Desk desk, FakeRouter router, Reply reply)
    {
        var runner = new InteractionRunner(
            router,
            desk.Link,
            desk.Renderer,
            desk.Poster,
            progress: null!,
            desk.Threads,
            desk.Clock,
            NullLogger<InteractionRunner>.Instance
        );
        var (channel, asker) = (new Snowflake(desk.Town.Papers.Id), new Snowflake(desk.Town.Ada.Id));
        var answering = runner.AnswerAsync(
            new AnswerAddress(channel, asker, new Snowflake(1), Token: null, IsPrivate: false),
            reply,
            new Response(Id, ResponseKind.Answered, reply),
            TestContext.Current.CancellationToken
        );
        while (!answering.IsCompleted)
        {
            await Settling.OnceAsync();
            desk.Clock.Advance(TimeSpan.FromSeconds(1));
        }
        await answering;
    }
}
