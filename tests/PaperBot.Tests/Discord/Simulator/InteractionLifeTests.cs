using PaperBot.Discord;

namespace PaperBot.Tests.Discord.Simulator;

public sealed class InteractionLifeTests
{
    private static readonly InteractionResponse Hello = InteractionResponse.Reply(
        new InteractionMessage { Content = "Hello" }
    );

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_answer_is_taken_for_three_seconds_and_no_longer()
    {
        using var direct = new Direct();
        var (inTime, late) = (direct.Run(), direct.Run());

        direct.Clock.Advance(TimeSpan.FromSeconds(3));
        await direct.Client.Interactions.RespondAsync(Direct.Wire(inTime), Hello, cancellationToken: Token);
        direct.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var refused = await Should.ThrowAsync<DiscordApiException>(
            direct.Client.Interactions.RespondAsync(Direct.Wire(late), Hello, cancellationToken: Token)
        );

        refused.Code.ShouldBe(DiscordErrorCode.UnknownInteraction);
        inTime.Original!.Content.ShouldBe("Hello");
    }

    [Fact]
    public async Task A_second_first_answer_is_refused()
    {
        using var direct = new Direct();
        var interaction = Direct.Wire(direct.Run());
        await direct.Client.Interactions.RespondAsync(interaction, Hello, cancellationToken: Token);

        var refused = await Should.ThrowAsync<DiscordApiException>(
            direct.Client.Interactions.RespondAsync(interaction, Hello, cancellationToken: Token)
        );

        refused.Code.ShouldBe(DiscordErrorCode.AlreadyAcknowledged);
    }

    [Fact]
    public async Task Before_the_first_answer_there_is_nothing_to_edit()
    {
        using var direct = new Direct();
        var run = direct.Run();

        var refused = await Should.ThrowAsync<DiscordApiException>(
            direct.Client.Interactions.EditOriginalAsync(direct.App, run.Token, new() { Content = "x" }, null, Token)
        );

        refused.Code.ShouldBe(DiscordErrorCode.UnknownWebhook);
    }

    [Fact]
    public async Task The_token_lives_for_fifteen_minutes_and_its_401_stops_nothing_else()
    {
        using var direct = new Direct();
        var run = direct.Run();
        await direct.Client.Interactions.RespondAsync(Direct.Wire(run), InteractionResponse.Defer(), null, Token);

        direct.Clock.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromMilliseconds(1));
        await direct.Client.Interactions.EditOriginalAsync(direct.App, run.Token, new() { Content = "x" }, null, Token);
        direct.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var refused = await Should.ThrowAsync<DiscordApiException>(
            direct.Client.Interactions.EditOriginalAsync(direct.App, run.Token, new() { Content = "y" }, null, Token)
        );
        await direct.Client.Messages.CreateAsync(direct.Channel, new() { Content = "late" }, null, Token);

        refused.Code.ShouldBe(DiscordErrorCode.InvalidWebhookToken);
        run.Original!.Content.ShouldBe("x");
    }

    [Fact]
    public async Task The_first_follow_up_to_a_deferral_takes_its_place_and_its_secrecy()
    {
        using var direct = new Direct();
        var run = direct.Run();
        await direct.Client.Interactions.RespondAsync(
            Direct.Wire(run),
            InteractionResponse.Defer(ephemeral: true),
            null,
            Token
        );
        run.Original!.IsLoading.ShouldBeTrue();

        var first = await direct.Client.Interactions.FollowUpAsync(
            direct.App,
            run.Token,
            new() { Content = "one" },
            null,
            Token
        );
        await direct.Client.Interactions.FollowUpAsync(direct.App, run.Token, new() { Content = "two" }, null, Token);

        first.Id.Value.ShouldBe(run.Original.Id);
        run.Original.EphemeralFor.ShouldBe(direct.Town.Ada.Id);
        run.FollowUps.Single().IsEphemeral.ShouldBeFalse();
    }

    [Fact]
    public async Task A_nonce_returns_the_first_message_for_some_minutes()
    {
        using var direct = new Direct();
        var create = new MessageCreate
        {
            Content = "digest",
            Nonce = "d-1",
            EnforceNonce = true,
        };
        var first = await direct.Client.Messages.CreateAsync(direct.Channel, create, null, Token);

        direct.Clock.Advance(TimeSpan.FromMinutes(4));
        (await direct.Client.Messages.CreateAsync(direct.Channel, create, null, Token)).Id.ShouldBe(first.Id);
        direct.Clock.Advance(TimeSpan.FromMinutes(2));

        (await direct.Client.Messages.CreateAsync(direct.Channel, create, null, Token)).Id.ShouldNotBe(first.Id);
    }

    [Fact]
    public async Task A_lost_answer_to_a_post_with_a_nonce_leaves_one_message()
    {
        using var direct = new Direct();
        var lost = 1;
        direct.Simulator.Api.LateFault = (request, response) =>
            request.Method == "POST" && lost-- > 0 ? response with { Drop = true } : null;
        var create = new MessageCreate
        {
            Content = "digest",
            Nonce = "d-1",
            EnforceNonce = true,
        };

        var post = direct.Client.Messages.CreateAsync(direct.Channel, create, null, Token);
        while (!post.IsCompleted)
            direct.Clock.AdvanceToNext();

        (await post).Content.ShouldBe("digest");
        direct.Town.Papers.Messages.Count.ShouldBe(1);
    }
}
