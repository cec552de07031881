using PaperBot.Core.Identity;
using PaperBot.Core.Papers;
using PaperBot.Core.Readers;
using PaperBot.Testing.Time;

namespace PaperBot.Testing.Contracts;

/// <summary>What every pair of <see cref="IPaperUseStore"/> and <see cref="ISavedPaperStore"/> keeps.</summary>
public abstract class ReaderStoreContract
{
    private static readonly PlaceId Here = PlaceId.Parse("web:here");
    private static readonly PlaceId There = PlaceId.Parse("web:there");
    private static readonly PersonId Ada = PersonId.Parse("web:ada");
    private static readonly PersonId Bob = PersonId.Parse("web:bob");
    private static readonly ArxivId One = ArxivId.Parse("2601.00001");
    private static readonly ArxivId Two = ArxivId.Parse("2601.00002");

    private readonly ManualTimeProvider _clock = new();

    /// <summary>Stores without any row.</summary>
    protected abstract ValueTask<(IPaperUseStore Uses, ISavedPaperStore Saved)> CreateAsync(TimeProvider time);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_counts_once_of_a_kind_and_place()
    {
        var (uses, _) = await CreateAsync(_clock);
        await uses.NoteAsync(new(Here, One.WithVersion(1), Ada, PaperUseKind.Faq), Token);
        await uses.NoteAsync(new(Here, One.WithVersion(2), Ada, PaperUseKind.Faq), Token);
        await uses.NoteAsync(new(Here, One, Bob, PaperUseKind.Faq), Token);
        await uses.NoteAsync(new(There, One, Bob, PaperUseKind.Faq), Token);
        await uses.NoteAsync(new(Here, One, Bob, PaperUseKind.Details), Token);

        var counts = await uses.CountAsync(Here, [One.WithVersion(3), Two], Token);

        var counted = counts.ShouldHaveSingleItem();
        counted.Key.ShouldBe(One);
        counted.Value.Of(PaperUseKind.Faq).ShouldBe(2);
        counted.Value.Opens.ShouldBe(3);
        (await uses.CountAsync(Here, [], Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_vote_takes_the_place_of_the_other_one_and_is_taken_back()
    {
        var (uses, _) = await CreateAsync(_clock);
        await uses.NoteAsync(new(Here, One, Ada, PaperUseKind.Up), Token);
        await uses.NoteAsync(new(Here, One, Bob, PaperUseKind.Up), Token);
        await uses.NoteAsync(new(Here, One, Ada, PaperUseKind.Down), Token);
        await uses.NoteAsync(new(Here, One, Ada, PaperUseKind.Details), Token);

        var counts = (await uses.CountAsync(Here, [One], Token))[One];

        (counts.Of(PaperUseKind.Up), counts.Of(PaperUseKind.Down), counts.Votes).ShouldBe((1, 1, 0));
        (await uses.WithdrawAsync(Here, One, Ada, Token)).ShouldBeTrue();
        (await uses.WithdrawAsync(Here, One, Ada, Token)).ShouldBeFalse();
        counts = (await uses.CountAsync(Here, [One], Token))[One];
        (counts.Votes, counts.Of(PaperUseKind.Details)).ShouldBe((1, 1));
    }

    [Fact]
    public async Task What_was_used_since_a_moment_comes_with_its_counts()
    {
        var (uses, _) = await CreateAsync(_clock);
        await uses.NoteAsync(new(Here, One, Ada, PaperUseKind.Up), Token);
        _clock.Advance(TimeSpan.FromDays(10));
        await uses.NoteAsync(new(Here, Two, Ada, PaperUseKind.Pdf), Token);

        var since = _clock.GetUtcNow() - TimeSpan.FromDays(7);
        (await uses.SinceAsync(Here, since, Token)).ShouldHaveSingleItem().Paper.ShouldBe(Two);
        // Used again, it is young again.
        await uses.NoteAsync(new(Here, One, Ada, PaperUseKind.Up), Token);
        (await uses.SinceAsync(Here, since, Token)).Count.ShouldBe(2);
        (await uses.SinceAsync(There, since, Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reading_list_has_each_paper_once_the_latest_first()
    {
        var (_, saved) = await CreateAsync(_clock);

        (await saved.SaveAsync(Ada, [One, Two], Token)).ShouldBe(2);
        _clock.Advance(TimeSpan.FromMinutes(1));
        (await saved.SaveAsync(Ada, [One, ArxivId.Parse("math/0601001")], Token)).ShouldBe(1);
        (await saved.SaveAsync(Bob, [One], Token)).ShouldBe(1);

        (await saved.ListAsync(Ada, Token)).ShouldBe([ArxivId.Parse("math/0601001"), Two, One]);
        (await saved.RemoveAsync(Ada, [Two, ArxivId.Parse("2601.00009")], Token)).ShouldBe(1);
        (await saved.RemoveAsync(Ada, null, Token)).ShouldBe(2);
        (await saved.ListAsync(Ada, Token)).ShouldBeEmpty();
        (await saved.ListAsync(Bob, Token)).ShouldBe([One]);
    }

    [Fact]
    public async Task A_full_reading_list_takes_no_more()
    {
        var (_, saved) = await CreateAsync(_clock);
        var many = Enumerable.Range(1, ISavedPaperStore.Most + 5).Select(i => ArxivId.Parse($"2601.{i:D5}")).ToList();

        (await saved.SaveAsync(Ada, many, Token)).ShouldBe(ISavedPaperStore.Most);
        (await saved.SaveAsync(Ada, [ArxivId.Parse("2602.00001")], Token)).ShouldBe(0);
    }
}
