using Microsoft.Extensions.DependencyInjection;
using NSubstitute;
using PaperBot.Core.Delivery;
using PaperBot.Core.Digests;
using PaperBot.Core.Identity;
using PaperBot.Core.Texts;

namespace PaperBot.Tests.Handlers.Digests;

/// <summary>What becomes of posts that a place or a platform does not take.</summary>
public sealed class DigestDeliveryTests : IAsyncLifetime
{
    private readonly IOwnerNotices _notices = Substitute.For<IOwnerNotices>();
    private readonly IPlaceRights _rights = Substitute.For<IPlaceRights>();
    private readonly DigestBench _bench;

    public DigestDeliveryTests()
    {
        _rights.Platform.Returns("web");
        _bench = new(ServiceDescriptor.Singleton(_notices), ServiceDescriptor.Singleton(_rights));
    }

    [Fact]
    public async Task A_place_that_refuses_three_times_is_switched_off_and_its_owner_told_once()
    {
        await _bench.AnnounceAsync("2606.00001", "One");
        await _bench.SayAsync("/digest add cs.CL at:8:30");
        _bench.Outbox.Result = _ => new DeliveryResult.Failed(DeliveryFailure.Forbidden, null);

        await _bench.PassAsync(TimeSpan.FromHours(6));

        (await _bench.TextAsync("/digest list")).ShouldContain("switched off");
        await _notices
            .Received(1)
            .TellAsync(
                Arg.Is<Place>(place => place.Id == PlaceId.Parse("web:page")),
                Arg.Any<string>(),
                Arg.Is<Message>(message => message.Key == "digest.notice.forbidden"),
                Arg.Any<CancellationToken>()
            );
        var all = await _bench.Get<ISubscriptionStore>().OfPlaceAsync(PlaceId.Parse("web:page"), DigestBench.Token);
        var delivery = await _bench.Get<IDigestDeliveryStore>().LastAsync(all[0].Id, 1, DigestBench.Token);
        (delivery[0].State, delivery[0].Reason, delivery[0].Attempt).ShouldBe((DeliveryState.Failed, "Forbidden", 3));

        // Given the right again and resumed, it goes on, and what could be told anew is forgotten.
        _bench.Outbox.Result = key => new DeliveryResult.Sent(key.Value);
        await _bench.SayAsync("/digest resume");
        await _notices.Received(1).ForgetAsync(Arg.Any<Place>(), "digest." + all[0].Id, Arg.Any<CancellationToken>());
        await _bench.PassAsync(TimeSpan.FromDays(1));
        _bench.Posts.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData(DeliveryFailure.Unavailable, DeliveryState.Failed, "Unavailable")]
    [InlineData(DeliveryFailure.Rejected, DeliveryState.Rejected, "Rejected")]
    [InlineData(null, DeliveryState.Failed, "unknown")]
    public async Task What_does_not_arrive_in_a_day_is_given_up_and_its_owner_told(
        DeliveryFailure? failure,
        DeliveryState state,
        string reason
    )
    {
        await _bench.AnnounceAsync("2606.00001", "One");
        await _bench.SayAsync("/digest add cs.CL at:8:30");
        var id = (await _bench.Get<ISubscriptionStore>().OfPlaceAsync(PlaceId.Parse("web:page"), DigestBench.Token))[
            0
        ].Id;
        _bench.Outbox.Result = _ =>
            failure is { } why ? new DeliveryResult.Failed(why, null) : new DeliveryResult.Unknown();

        await _bench.PassAsync(TimeSpan.FromHours(23));
        var midway = await _bench.Get<IDigestDeliveryStore>().LastAsync(id, 1, DigestBench.Token);
        await _bench.PassAsync(TimeSpan.FromHours(5.5));
        var end = await _bench.Get<IDigestDeliveryStore>().LastAsync(id, 9, DigestBench.Token);

        midway[0]
            .State.ShouldBe(
                failure switch
                {
                    DeliveryFailure.Rejected => DeliveryState.Rejected,
                    null => DeliveryState.Unknown,
                    _ => DeliveryState.Pending,
                }
            );
        (end[^1].State, end[^1].Reason).ShouldBe((state, reason));
        await _notices
            .Received()
            .TellAsync(
                Arg.Is<Place>(place => place.Id == PlaceId.Parse("web:page")),
                $"digest.{id}.lost",
                Arg.Is<Message>(message =>
                    message.Key == "digest.notice.lost" && Equals(message.Values["day"], "2026-06-16")
                ),
                Arg.Any<CancellationToken>()
            );
        // What did not arrive can still be read, and the next that arrives makes the notice new again.
        (await _bench.TextAsync("/digest show day:2026-06-16")).ShouldContain("One");
        _bench.Outbox.Result = key => new DeliveryResult.Sent(key.Value);
        await _bench.PassAsync(TimeSpan.FromDays(1));
        await _notices.Received().ForgetAsync(Arg.Any<Place>(), $"digest.{id}.lost", Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task A_second_attempt_says_since_when_the_place_is_to_be_read_back()
    {
        await _bench.AnnounceAsync("2606.00001", "One");
        await _bench.SayAsync("/digest add cs.CL at:8:30");
        _bench.Outbox.Result = _ => new DeliveryResult.Unknown();
        await _bench.PassAsync(TimeSpan.FromHours(3) + TimeSpan.FromMinutes(40));
        _bench.Outbox.Result = key => new DeliveryResult.Sent(key.Value);
        await _bench.PassAsync(TimeSpan.FromHours(1));

        var first = await _bench.Outbox.NextAsync(DigestBench.Token);
        var second = await _bench.Outbox.NextAsync(DigestBench.Token);

        first.Destination.TriedSince.ShouldBeNull();
        second.Destination.TriedSince.ShouldBe(new DateTimeOffset(2026, 6, 16, 8, 30, 0, TimeSpan.Zero));
        second.Key.ShouldBe(first.Key);
        second.Reply.Cards[0].Markdown.ShouldBe(first.Reply.Cards[0].Markdown);
    }

    [Fact]
    public async Task Nobody_subscribes_a_place_in_which_the_bot_cannot_post()
    {
        _rights
            .LookAsync(Arg.Any<PlaceId>(), Arg.Any<CancellationToken>())
            .Returns(new PlaceRights(false, false, [Message.Of("error.digest.none")]));

        (await _bench.TextAsync("/digest add cs.CL")).ShouldContain("I cannot post here");

        (await _bench.TextAsync("/digest list")).ShouldContain("no digest");
        // A platform that cannot be asked now says nothing about the place.
        _rights.LookAsync(Arg.Any<PlaceId>(), Arg.Any<CancellationToken>()).Returns((PlaceRights?)null);
        (await _bench.TextAsync("/digest add cs.CL")).ShouldContain("Subscribed");
    }

    [Fact]
    public async Task One_sentence_is_made_for_each_paper_and_language_however_many_tell_it()
    {
        for (var i = 1; i <= 12; i++)
            await _bench.AnnounceAsync($"2606.000{i:D2}", $"Paper {i}");
        foreach (var language in (string[])["en", "en", "zh", "en"])
            await _bench.SayAsync($"/digest add cs.CL at:8:30 lang:{language} limit:5");

        await _bench.PassAsync(TimeSpan.FromHours(4));

        _bench.Posts.Count.ShouldBe(4);
        _bench.Posts.ShouldAllBe(post => post.Cards[0].Markdown.Contains("2606.00012", StringComparison.Ordinal));
        _bench.Sentences.Asked.Count.ShouldBe(10);
        _bench.Sentences.Asked.Distinct().Count().ShouldBe(10);
    }

    [Theory]
    [InlineData("a model", 1)]
    [InlineData(null, 2)]
    public async Task A_sentence_that_no_model_made_is_asked_for_again_an_hour_later(string? model, int asked)
    {
        _bench.Sentences.Model = model;
        await _bench.AnnounceAsync("2606.00001", "One");
        await _bench.SayAsync("/digest add cs.CL at:8:30");
        await _bench.SayAsync("/digest add cs.CL at:8:30");
        await _bench.SayAsync("/digest add cs.CL at:9:30");

        await _bench.PassAsync(TimeSpan.FromHours(5));

        _bench.Posts.Count.ShouldBe(3);
        _bench.Sentences.Asked.Count.ShouldBe(asked);
    }

    [Fact]
    public async Task The_status_says_what_is_switched_off_and_what_is_not_sent()
    {
        await _bench.SayAsync("/digest add cs.CL at:8:30");
        _bench.Outbox.Result = _ => new DeliveryResult.Failed(DeliveryFailure.Unavailable, null);
        await _bench.PassAsync(TimeSpan.FromHours(4));

        var status = await _bench.SayAsync("/digest status", "local");

        status.Cards[0].Markdown.ShouldContain("1 active");
        status.Cards[0].Markdown.ShouldContain("the platform does not answer");
    }

    public ValueTask InitializeAsync() => default;

    public ValueTask DisposeAsync() => _bench.DisposeAsync();
}
