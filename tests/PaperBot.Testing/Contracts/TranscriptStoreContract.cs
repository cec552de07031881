using PaperBot.Core.Conversations;
using PaperBot.Core.Identity;
using PaperBot.Core.Outcomes;
using PaperBot.Testing.Time;

namespace PaperBot.Testing.Contracts;

/// <summary>What every <see cref="ITranscriptStore"/> keeps.</summary>
public abstract class TranscriptStoreContract
{
    private static readonly ConversationId Talk = ConversationId.Parse("web:6f1c");
    private static readonly PersonId Ada = PersonId.Parse("web:ada");

    private readonly ManualTimeProvider _clock = new();

    /// <summary>A store without any row.</summary>
    protected abstract ValueTask<ITranscriptStore> CreateAsync(TimeProvider time);

    /// <summary>Another store over what the last one wrote: another process.</summary>
    protected abstract ValueTask<ITranscriptStore> OpenAgainAsync();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Entries_come_back_in_order()
    {
        var store = await CreateAsync(_clock);
        var (question, isNew) = await store.AppendAsync(Draft("q1", "{\"text\":\"why? 😀\"}"), Token);
        _clock.Advance(TimeSpan.FromSeconds(1));
        var (answer, _) = await store.AppendAsync(Draft("a1") with { Kind = "answer", Person = null }, Token);

        isNew.ShouldBeTrue();
        question.ShouldBe(
            new TranscriptEntry(
                Talk,
                "q1",
                question.Sequence,
                question.Sequence,
                "question",
                "{\"text\":\"why? 😀\"}",
                Ada,
                _clock.GetUtcNow().AddSeconds(-1)
            )
        );
        question.Sequence.ShouldBePositive();
        answer.Sequence.ShouldBeGreaterThan(question.Sequence);
        var again = await OpenAgainAsync();
        (await again.ReadAfterAsync(Talk, 0, 10, Token)).ShouldBe([question, answer]);
        (await again.ReadLatestAsync(Talk, null, 10, Token)).ShouldBe([question, answer]);
        (await again.FindAsync(Talk, "a1", Token)).ShouldBe(answer);
        (await again.FindAsync(Talk, "a2", Token)).ShouldBeNull();
    }

    [Fact]
    public async Task The_same_id_is_written_once()
    {
        var store = await CreateAsync(_clock);
        var (first, _) = await store.AppendAsync(Draft("q1", "one"), Token);

        var (second, isNew) = await store.AppendAsync(Draft("q1", "two"), Token);

        isNew.ShouldBeFalse();
        second.ShouldBe(first);
        (await store.ReadAfterAsync(Talk, 0, 10, Token)).ShouldHaveSingleItem();
        var other = Draft("q1", "two") with { Conversation = ConversationId.Parse("web:other") };
        (await store.AppendAsync(other, Token)).IsNew.ShouldBeTrue();
    }

    [Fact]
    public async Task A_replaced_entry_keeps_its_place_and_is_read_as_a_change()
    {
        var store = await CreateAsync(_clock);
        var (progress, _) = await store.AppendAsync(Draft("a1", "waiting") with { Kind = "progress" }, Token);
        var (later, _) = await store.AppendAsync(Draft("q2"), Token);

        await store.ReplaceAsync(Talk, "a1", "progress", "position 2", Token);
        var answer = await store.ReplaceAsync(Talk, "a1", "answer", "42", Token);

        answer.ShouldNotBeNull().ShouldBe(progress with { Change = answer!.Change, Kind = "answer", Payload = "42" });
        (await store.ReadAfterAsync(Talk, later.Change, 10, Token)).ShouldBe([answer]);
        (await store.ReadAfterAsync(Talk, answer.Change, 10, Token)).ShouldBeEmpty();
        (await store.ReadAfterAsync(Talk, 0, 10, Token)).ShouldBe([later, answer]);
        (await store.ReadLatestAsync(Talk, null, 10, Token)).ShouldBe([answer, later]);
        (await store.ReplaceAsync(Talk, "unknown", "answer", "", Token)).ShouldBeNull();
    }

    [Fact]
    public async Task Long_talks_are_read_in_parts_from_either_end()
    {
        var store = await CreateAsync(_clock);
        var all = new List<TranscriptEntry>();
        for (var i = 0; i < 7; i++)
            all.Add((await store.AppendAsync(Draft($"e{i}"), Token)).Entry);

        (await store.ReadAfterAsync(Talk, 0, 3, Token)).ShouldBe(all[..3]);
        (await store.ReadAfterAsync(Talk, all[2].Change, 3, Token)).ShouldBe(all[3..6]);
        (await store.ReadLatestAsync(Talk, null, 3, Token)).ShouldBe(all[4..]);
        (await store.ReadLatestAsync(Talk, all[4].Sequence, 3, Token)).ShouldBe(all[1..4]);
        (await store.ReadLatestAsync(Talk, all[0].Sequence, 3, Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Somebodys_conversations_are_listed_last_changed_first()
    {
        var store = await CreateAsync(_clock);
        var other = ConversationId.Parse("web:other");
        var (first, _) = await store.AppendAsync(Draft("q1", "hello"), Token);
        await store.AppendAsync(Draft("q1") with { Conversation = other }, Token);
        _clock.Advance(TimeSpan.FromMinutes(1));
        var (last, _) = await store.AppendAsync(Draft("q2") with { Person = null }, Token);
        await store.AppendAsync(
            Draft("q1") with
            {
                Conversation = ConversationId.Parse("web:third"),
                Person = PersonId.Parse("web:bob"),
            },
            Token
        );

        var list = await store.ListAsync(Ada, 10, Token);

        list.Select(head => head.Conversation).ShouldBe([Talk, other]);
        list[0].ShouldBe(new TranscriptHead(Talk, first, 2, last.Change, _clock.GetUtcNow()));
        (await store.ListAsync(Ada, 1, Token)).Count.ShouldBe(1);
        (await store.ListAsync(PersonId.Parse("web:nobody"), 10, Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Numbers_are_not_used_again_after_a_clearing()
    {
        var store = await CreateAsync(_clock);
        await store.AppendAsync(Draft("q1"), Token);
        var (last, _) = await store.AppendAsync(Draft("q2"), Token);

        (await store.ClearAsync(Talk, Token)).ShouldBe(2);

        (await store.ReadAfterAsync(Talk, 0, 10, Token)).ShouldBeEmpty();
        var (next, isNew) = await (await OpenAgainAsync()).AppendAsync(Draft("q1"), Token);
        isNew.ShouldBeTrue();
        next.Sequence.ShouldBeGreaterThan(last.Change);
    }

    [Fact]
    public async Task Who_reads_on_from_the_last_change_misses_nothing_while_many_write()
    {
        var store = await CreateAsync(TimeProvider.System);
        var other = await OpenAgainAsync();
        const int Writers = 8;
        const int Each = 25;
        var writing = Task.WhenAll(
            Enumerable
                .Range(0, Writers)
                .Select(writer =>
                    Task.Run(
                        async () =>
                        {
                            for (var i = 0; i < Each; i++)
                                await (writer % 2 == 0 ? store : other).AppendAsync(Draft($"{writer}-{i}"), Token);
                        },
                        Token
                    )
                )
        );

        var seen = new List<string>();
        long change = 0;
        while (seen.Count < Writers * Each)
        {
            var done = writing.IsCompleted;
            var news = await store.ReadAfterAsync(Talk, change, 50, Token);
            seen.AddRange(news.Select(entry => entry.Id));
            if (news.Count > 0)
                change = news[^1].Change;
            else if (done)
                break;
        }

        await writing;
        seen.Count.ShouldBe(Writers * Each);
        seen.ShouldBeUnique();
    }

    [Fact]
    public async Task Too_long_a_payload_is_refused_and_the_longest_is_kept()
    {
        var store = await CreateAsync(_clock);
        var longest = new string('好', ITranscriptStore.LongestPayload);
        await store.AppendAsync(Draft("q1", longest), Token);
        (await store.FindAsync(Talk, "q1", Token))!.Payload.ShouldBe(longest);

        var error = await Should.ThrowAsync<StorageException>(() =>
            store.AppendAsync(Draft("q2", longest + "x"), Token)
        );
        error.Error.Kind.ShouldBe(ErrorKind.UserInput);
        await Should.ThrowAsync<StorageException>(() => store.AppendAsync(Draft(new string('i', 201)), Token));
    }

    private TranscriptDraft Draft(string id, string payload = "{}") =>
        new(Talk, id, "question", payload, Ada, _clock.GetUtcNow());
}
