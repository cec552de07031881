using PaperBot.Core.Conversations;
using PaperBot.Core.Identity;
using PaperBot.Core.Outcomes;
using PaperBot.Testing.Time;

namespace PaperBot.Testing.Contracts;

/// <summary>What every <see cref="IConversationStore"/> keeps.</summary>
public abstract class ConversationStoreContract
{
    private static readonly ConversationId Talk = ConversationId.Parse("web:6f1c");
    private static readonly PersonId Ada = PersonId.Parse("web:ada");
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly ManualTimeProvider _clock = new();

    /// <summary>A store without any row.</summary>
    protected abstract ValueTask<IConversationStore> CreateAsync(TimeProvider time);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_value_is_kept_for_as_long_as_it_was_meant_to()
    {
        var store = await CreateAsync(_clock);
        await store.WriteAsync(Talk, "choices", "[1]", Ada, Hour, Token);
        _clock.Advance(Hour - TimeSpan.FromMilliseconds(1));
        (await store.ReadAsync(Talk, "choices", Token)).ShouldBe("[1]");

        _clock.Advance(TimeSpan.FromMilliseconds(1));

        (await store.ReadAsync(Talk, "choices", Token)).ShouldBeNull();
    }

    [Fact]
    public async Task Writing_again_replaces_and_lengthens_and_null_forgets()
    {
        var store = await CreateAsync(_clock);
        await store.WriteAsync(Talk, "x", "1", null, Hour, Token);
        _clock.Advance(Hour / 2);
        await store.WriteAsync(Talk, "x", "2", Ada, Hour, Token);
        _clock.Advance(Hour * 0.75);
        (await store.ReadAsync(Talk, "x", Token)).ShouldBe("2");

        await store.WriteAsync(Talk, "x", null, Ada, Hour, Token);

        (await store.ReadAsync(Talk, "x", Token)).ShouldBeNull();
    }

    [Fact]
    public async Task Conversations_and_names_are_apart()
    {
        var store = await CreateAsync(_clock);
        await store.WriteAsync(Talk, "x", "1", null, Hour, Token);
        await store.WriteAsync(Talk, "X", "2", null, Hour, Token);
        await store.WriteAsync(ConversationId.Parse("discord:6f1c"), "x", "3", null, Hour, Token);

        (await store.ReadAsync(Talk, "x", Token)).ShouldBe("1");
        (await store.ReadAsync(Talk, "X", Token)).ShouldBe("2");
        (await store.ReadAsync(Talk, "y", Token)).ShouldBeNull();
    }

    [Fact]
    public async Task A_value_may_be_100000_characters_long_and_no_longer()
    {
        var store = await CreateAsync(_clock);
        await store.WriteAsync(Talk, "x", new string('好', 100_000), null, Hour, Token);
        (await store.ReadAsync(Talk, "x", Token))!.Length.ShouldBe(100_000);

        var error = await Should.ThrowAsync<StorageException>(() =>
            store.WriteAsync(Talk, "x", new string('x', 100_001), null, Hour, Token)
        );

        error.Error.Kind.ShouldBe(ErrorKind.UserInput);
    }

    [Fact]
    public async Task Many_writers_at_once_leave_one_whole_value()
    {
        var store = await CreateAsync(TimeProvider.System);

        await Task.WhenAll(
            Enumerable
                .Range(0, 50)
                .Select(i => Task.Run(() => store.WriteAsync(Talk, "x", $"{i} {i}", Ada, Hour, Token), Token))
        );

        var parts = (await store.ReadAsync(Talk, "x", Token))!.Split(' ');
        parts[0].ShouldBe(parts[1]);
    }
}
