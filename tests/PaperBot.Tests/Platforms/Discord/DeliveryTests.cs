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
        var (channel, asker) = (new Snowflake(desk.Town.Papers.Id), new Snowflake(desk.Town.Ada.Id));
        var router = new FakeRouter();
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
        var tries = 0;
        desk.Simulator.Api.Fault = _ => ++tries <= refusals ? new ApiResponse(500, null) : null;

        var delivering = runner.DeliverAsync(
            new AnswerAddress(channel, asker, new Snowflake(1), Token: null, IsPrivate: false),
            await desk.FirstAsync(Reply.Of("answer")),
            Reply.Of("answer"),
            new Response(Id, ResponseKind.Answered, Reply.Of("answer")),
            TestContext.Current.CancellationToken
        );
        while (!delivering.IsCompleted)
        {
            await Settling.OnceAsync();
            desk.Clock.Advance(TimeSpan.FromSeconds(1));
        }
        await delivering;

        router.Postponed.Count.ShouldBe(isPostponed ? 1 : 0);
        router.Confirmed.Count.ShouldBe(isPostponed ? 0 : 1);
        desk.Town.Papers.Messages.Count.ShouldBe(isPostponed ? 0 : 1);
    }
}
