using PaperBot.Core.Outcomes;
using PaperBot.Platforms.WeChat.Official;
using PaperBot.Testing.Time;

namespace PaperBot.Tests.Platforms.WeChat;

/// <summary>Answers on their way: the platform's tries overlap, hang up, and the database may be busy.</summary>
public sealed class HandOverTests : IDisposable
{
    private const string Person = "oReader";

    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private readonly ManualTimeProvider _clock = new(Now);
    private readonly BusyTranscript _store = new();
    private readonly WaitingAnswers _waiting;
    private readonly HandOver _handOver;

    public HandOverTests()
    {
        _waiting = new WaitingAnswers(_store, _clock);
        _handOver = new HandOver(_waiting, _clock);
    }

    [Fact]
    public async Task A_try_that_hung_up_does_not_undo_the_one_that_arrived()
    {
        await KeepAsync("a");

        var first = (await TakeAsync(1)).ShouldNotBeNull();
        var second = (await TakeAsync(1)).ShouldNotBeNull();
        await _handOver.LostAsync(first, unsure: false, Cancel);
        var another = await TakeAsync(2);
        await _handOver.ArrivedAsync(second, Cancel);

        another.ShouldBeNull();
        (await TakeAsync(3)).ShouldBeNull();
    }

    [Fact]
    public async Task What_every_try_lost_waits_again()
    {
        await KeepAsync("a");

        var first = (await TakeAsync(1)).ShouldNotBeNull();
        await _handOver.LostAsync(first, unsure: false, Cancel);

        (await TakeAsync(2)).ShouldNotBeNull().IsAgain.ShouldBeFalse();
    }

    [Fact]
    public async Task What_may_have_arrived_says_so_when_it_comes_again()
    {
        await KeepAsync("a");

        var pushed = (await _handOver.TakeForPushAsync(Person, Cancel)).ShouldNotBeNull();
        await _handOver.LostAsync(pushed, unsure: true, Cancel);
        var again = (await TakeAsync(1)).ShouldNotBeNull();
        await _handOver.ArrivedAsync(again, Cancel);
        await KeepAsync("b");

        again.IsAgain.ShouldBeTrue();
        (await TakeAsync(2)).ShouldNotBeNull().IsAgain.ShouldBeFalse();
    }

    [Fact]
    public async Task What_arrived_while_the_database_was_busy_is_not_given_twice()
    {
        await KeepAsync("a");
        var handed = (await TakeAsync(1)).ShouldNotBeNull();

        _store.IsBusy = true;
        await _handOver.ArrivedAsync(handed, Cancel);
        await Should.ThrowAsync<StorageException>(() => TakeAsync(2));
        _store.IsBusy = false;
        await KeepAsync("b");

        (await TakeAsync(3)).ShouldNotBeNull().Answers.ShouldBe(["b"]);
    }

    public void Dispose() => _handOver.Dispose();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Task KeepAsync(string text) => _waiting.KeepAsync(Person, text, new OfficialPost([text], []), Cancel);

    private Task<Handed?> TakeAsync(long message) =>
        _handOver.TakeAsync(
            new OfficialMessage("gh_a", Person, Now, "text") { MessageId = message },
            isAsked: false,
            Cancel
        );
}
