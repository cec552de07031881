using System.Net;
using PaperBot.Core.Delivery;
using PaperBot.Core.Replies;
using PaperBot.Discord;
using PaperBot.Platforms.Discord;
using PaperBot.Platforms.Discord.Posting;
using PaperBot.Testing.Discord.World;

namespace PaperBot.Tests.Platforms.Discord;

public sealed class PosterTests : IAsyncLifetime
{
    private Desk _desk = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _desk = await Desk.OpenAsync();

    [Fact]
    public async Task A_private_answer_to_a_mention_goes_to_the_asker_alone()
    {
        var asked = _desk.Simulator.People.Say(_desk.Town.Ada, _desk.Town.Papers, "private:true");
        var before = _desk.Town.Papers.Messages.Count;
        var page = await _desk.FirstAsync(Reply.Of("secret") with { Visibility = Visibility.Private });

        (await AnswerAsync(page, asked.Id, token: null)).ShouldBeOfType<DeliveryResult.Sent>();

        _desk.Town.Papers.Messages.Count.ShouldBe(before);
        Desk.TextOf(_desk.Simulator.World.DirectMessage(_desk.Town.Ada).Messages[^1]).ShouldContain("secret");
    }

    [Fact]
    public async Task An_answer_that_was_deleted_while_it_was_awaited_is_not_posted_again()
    {
        var interaction = await DeferredAsync();
        _desk.Simulator.People.Delete(interaction.Original!);
        var before = _desk.Town.Papers.Messages.Count;

        var result = await AnswerAsync(await _desk.FirstAsync(Reply.Of("late")), interaction.Id, interaction.Token);

        result.ShouldBe(new DeliveryResult.Failed(DeliveryFailure.Gone, null));
        _desk.Town.Papers.Messages.Count.ShouldBe(before);
    }

    [Fact]
    public async Task An_answer_after_the_token_is_a_message_that_mentions_the_asker()
    {
        var interaction = await DeferredAsync();
        _desk.Clock.Advance(TimeSpan.FromMinutes(15));
        var page = await _desk.FirstAsync(Reply.Of("late"));

        (await AnswerAsync(page, interaction.Id, interaction.Token)).ShouldBeOfType<DeliveryResult.Sent>();

        var message = _desk.Town.Papers.Messages[^1];
        Desk.TextOf(message).ShouldContain("late");
        message.Notified.ShouldBe([_desk.Town.Ada.Id]);
    }

    [Fact]
    public async Task A_post_that_may_stand_already_is_looked_for_and_not_posted_twice()
    {
        var simulator = _desk.Simulator;
        await PostedAsync("first", null);
        _desk.Clock.Advance(TimeSpan.FromHours(1));
        simulator.People.Say(_desk.Town.Ada, _desk.Town.Papers, "Something else");

        var found = await PostedAsync("first", _desk.Clock.GetUtcNow() - TimeSpan.FromHours(1));
        var other = await PostedAsync("second", _desk.Clock.GetUtcNow() - TimeSpan.FromHours(1));

        found.MessageId.ShouldBe($"{_desk.Town.Papers.Messages[0].Id}");
        other.MessageId.ShouldNotBe(found.MessageId);
        _desk.Town.Papers.Messages.Count(m => m.Author == simulator.World.Bot).ShouldBe(2);
    }

    [Fact]
    public async Task Without_the_right_to_read_the_history_a_mention_is_answered_by_naming_the_asker()
    {
        var asked = _desk.Simulator.People.Say(_desk.Town.Ada, _desk.Town.Papers, "hello");
        _desk.Town.Papers.Overwrites[_desk.Town.Guild.Id] = (0, Rights.None, Rights.ReadMessageHistory);

        var result = await AnswerAsync(await _desk.FirstAsync(Reply.Of("answer")), asked.Id, token: null);

        result.ShouldBeOfType<DeliveryResult.Sent>();
        _desk.Town.Papers.Messages[^1].Notified.ShouldBe([_desk.Town.Ada.Id]);
        _desk.Doors.IsClosed(new Snowflake(_desk.Town.Papers.Id)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_press_that_fails_after_a_crash_leaves_the_card_and_tells_the_presser_alone()
    {
        var (card, address) = await PressedAsync();
        var before = Desk.TextOf(card);
        var failed = new Destination(DiscordIds.Place(address.Channel), address.ToString()) { IsError = true };

        var told = await _desk.Outbox.PostAsync(failed, Reply.Of("sorry"), new("k"), Cancel);

        told.ShouldBeOfType<DeliveryResult.Sent>();
        Desk.TextOf(card).ShouldBe(before);
        _desk.Town.Papers.Messages[^1].EphemeralFor.ShouldBe(_desk.Town.Ada.Id);
        Desk.TextOf(_desk.Town.Papers.Messages[^1]).ShouldContain("sorry");

        await _desk.Outbox.PostAsync(failed with { IsError = false }, Reply.Of("page 2"), new("l"), Cancel);

        Desk.TextOf(card).ShouldContain("page 2");
        _desk.Simulator.Log.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_press_that_fails_when_its_token_is_dead_is_told_by_a_direct_message()
    {
        var (card, address) = await PressedAsync();
        var before = Desk.TextOf(card);
        _desk.Clock.Advance(TimeSpan.FromMinutes(16));
        var failed = new Destination(DiscordIds.Place(address.Channel), address.ToString()) { IsError = true };

        await _desk.Outbox.PostAsync(failed, Reply.Of("sorry"), new("k"), Cancel);

        Desk.TextOf(card).ShouldBe(before);
        _desk.Town.Papers.Messages[^1].ShouldBe(card);
        Desk.TextOf(_desk.Simulator.World.DirectMessage(_desk.Town.Ada).Messages[^1]).ShouldContain("sorry");
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, DeliveryFailure.Unavailable)]
    [InlineData(HttpStatusCode.Forbidden, DeliveryFailure.Forbidden)]
    [InlineData(HttpStatusCode.NotFound, DeliveryFailure.Gone)]
    [InlineData(HttpStatusCode.BadRequest, DeliveryFailure.Rejected)]
    [InlineData(HttpStatusCode.BadGateway, DeliveryFailure.Unavailable)]
    public void What_Discord_answers_says_what_became_of_a_delivery(HttpStatusCode status, DeliveryFailure expected) =>
        _desk.Poster.Failure(new DiscordApiException("POST", "", status, 0, null))!.Reason.ShouldBe(expected);

    private async Task<DeliveryResult.Sent> PostedAsync(string key, DateTimeOffset? triedSince)
    {
        var result = await _desk.Poster.PostAsync(
            new Snowflake(_desk.Town.Papers.Id),
            await _desk.FirstAsync(Reply.Of(key), key),
            [],
            null,
            key,
            TestContext.Current.CancellationToken,
            triedSince
        );
        return result.ShouldBeOfType<DeliveryResult.Sent>();
    }

    public ValueTask DisposeAsync()
    {
        _desk.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>A card whose button, which is to change it, was pressed and acknowledged before the bot died.</summary>
    private async Task<(SimMessage Card, AnswerAddress Address)> PressedAsync()
    {
        var next = ReplyAction.Run("Next", "/arxiv search attention page:2", ActionEffect.ReplaceInPlace);
        var card = await _desk.PostAsync(
            await _desk.FirstAsync(Reply.Of(new Card("text") { Markdown = "page 1", Actions = [next] }))
        );
        var press = _desk.Simulator.People.PressLabel(_desk.Town.Ada, card, "Next");
        var interaction = new Interaction
        {
            Id = new Snowflake(press.Id),
            ApplicationId = _desk.Link.Application.Id,
            Token = press.Token,
        };
        await _desk.Link.Client.Interactions.RespondAsync(
            interaction,
            InteractionResponse.DeferUpdate,
            cancellationToken: Cancel
        );
        var address = new AnswerAddress(
            new Snowflake(_desk.Town.Papers.Id),
            new Snowflake(_desk.Town.Ada.Id),
            interaction.Id,
            press.Token,
            IsPrivate: false
        )
        {
            InPlace = true,
        };
        return (card, address);
    }

    private async Task<SimInteraction> DeferredAsync()
    {
        await _desk.Link.Client.Applications.OverwriteCommandsAsync(
            _desk.Link.Application.Id,
            [
                new ApplicationCommand
                {
                    Type = ApplicationCommandType.ChatInput,
                    Name = "paper",
                    Description = "Reads.",
                },
            ],
            TestContext.Current.CancellationToken
        );
        var interaction = _desk.Simulator.People.Run(_desk.Town.Ada, _desk.Town.Papers, "paper");
        await _desk.Link.Client.Interactions.RespondAsync(
            new Interaction
            {
                Id = new Snowflake(interaction.Id),
                ApplicationId = _desk.Link.Application.Id,
                Token = interaction.Token,
            },
            InteractionResponse.Defer(false),
            cancellationToken: TestContext.Current.CancellationToken
        );
        return interaction;
    }

    private Task<DeliveryResult> AnswerAsync(
        PaperBot.Platforms.Discord.Rendering.DiscordPage page,
        ulong happened,
        string? token
    ) =>
        _desk.Poster.AnswerAsync(
            new AnswerAddress(
                new Snowflake(_desk.Town.Papers.Id),
                new Snowflake(_desk.Town.Ada.Id),
                new Snowflake(happened),
                token,
                IsPrivate: false
            ),
            page,
            [],
            "key",
            TestContext.Current.CancellationToken
        );
}
