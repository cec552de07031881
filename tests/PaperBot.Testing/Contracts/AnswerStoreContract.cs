using PaperBot.Core.Models;
using PaperBot.Core.Texts;
using PaperBot.Testing.Time;

namespace PaperBot.Testing.Contracts;

/// <summary>What every <see cref="IAnswerStore"/> keeps.</summary>
public abstract class AnswerStoreContract
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A store without any row that goes by the given clock.</summary>
    protected abstract ValueTask<IAnswerStore> CreateAsync(TimeProvider time);

    /// <summary>Moves by hand.</summary>
    protected ManualTimeProvider Clock { get; } = new(Start);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_comes_back_as_it_was()
    {
        var store = await CreateAsync(Clock);
        var answer = Answer("2601.00001v2", "What is $x_1$? 它为什么有效？") with
        {
            Language = Locale.Chinese,
            Evidence = """["bcdfghjk"]""",
        };

        await store.KeepAsync(answer, Token);

        (await store.FindAsync(answer.Paper, answer.Question, Locale.Chinese, Token)).ShouldBe([answer]);
        (await store.FindAsync(answer.Paper, answer.Question, Locale.English, Token)).ShouldBeEmpty();
        (await store.FindAsync("2601.00001v1", answer.Question, Locale.Chinese, Token)).ShouldBeEmpty();
        (await store.FindAsync(answer.Paper, "What is $x_2$?", Locale.Chinese, Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Models_and_prompt_versions_have_answers_of_their_own_newest_first()
    {
        var store = await CreateAsync(Clock);
        var first = Answer("2601.00001v1", "faq:problem");
        var second = first with { Model = "other", WrittenAt = Start.AddMinutes(1) };
        var third = first with { PromptVersion = "0badcafe", WrittenAt = Start.AddMinutes(2) };
        foreach (var answer in (KeptAnswer[])[second, first, third])
            await store.KeepAsync(answer, Token);

        (await store.FindAsync("2601.00001v1", "faq:problem", Locale.English, Token)).ShouldBe([third, second, first]);
    }

    [Fact]
    public async Task The_last_one_of_a_key_counts()
    {
        var store = await CreateAsync(Clock);
        await store.KeepAsync(Answer("2601.00001v1", "faq:problem"), Token);
        var again = Answer("2601.00001v1", "faq:problem") with { Markdown = "Better.", WrittenAt = Start.AddDays(1) };
        await store.KeepAsync(again, Token);

        (await store.OfPaperAsync("2601.00001v1", Token)).ShouldBe([again]);
    }

    [Fact]
    public async Task A_question_may_be_as_long_as_anybody_may_ask()
    {
        var store = await CreateAsync(Clock);
        var answer = Answer("2601.00001v1", string.Concat(Enumerable.Repeat("长", 2_000)));

        await store.KeepAsync(answer, Token);

        (await store.OfPaperAsync("2601.00001v1", Token)).ShouldBe([answer]);
    }

    [Fact]
    public async Task The_versions_of_a_paper_are_told_newest_answer_first()
    {
        var store = await CreateAsync(Clock);
        await store.KeepAsync(Answer("hep-th/9901001v1", "faq:problem") with { WrittenAt = Start.AddDays(2) }, Token);
        await store.KeepAsync(Answer("hep-th/9901001v2", "faq:problem") with { WrittenAt = Start.AddDays(1) }, Token);
        await store.KeepAsync(Answer("hep-th/9901001v2", "faq:method") with { WrittenAt = Start.AddDays(3) }, Token);
        await store.KeepAsync(Answer("2601.00001v1", "faq:problem"), Token);
        await store.KeepAsync(Answer("2601.00001v1,2601.00002v1", "Which is better?"), Token);

        (await store.VersionsAsync("hep-th/9901001", Token)).ShouldBe(["hep-th/9901001v2", "hep-th/9901001v1"]);
        (await store.VersionsAsync("2601.00001", Token)).ShouldBe(["2601.00001v1"]);
        (await store.VersionsAsync("", Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_claim_keeps_others_out_until_it_is_given_back_or_runs_out()
    {
        var store = await CreateAsync(Clock);
        var minute = TimeSpan.FromMinutes(1);

        (await store.TryClaimAsync("faq", "first", minute, Token)).ShouldBeTrue();
        (await store.TryClaimAsync("faq", "second", minute, Token)).ShouldBeFalse();
        (await store.TryClaimAsync("faq", "first", minute, Token)).ShouldBeTrue();
        (await store.TryClaimAsync("other", "second", minute, Token)).ShouldBeTrue();
        await store.ReleaseAsync("faq", "second", Token);
        (await store.TryClaimAsync("faq", "second", minute, Token)).ShouldBeFalse();
        await store.ReleaseAsync("faq", "first", Token);
        (await store.TryClaimAsync("faq", "second", minute, Token)).ShouldBeTrue();
        Clock.Advance(minute);
        (await store.TryClaimAsync("faq", "first", minute, Token)).ShouldBeTrue();
    }

    private static KeptAnswer Answer(string paper, string question) =>
        new(paper, question, Locale.English, "kimi-k2", "deadbeef", "It is **so** &#91;§3.2&#93;.", Start);
}
