using PaperBot.Core.Conversations;
using PaperBot.Core.Outcomes;
using PaperBot.Testing.Time;

namespace PaperBot.Testing.Contracts;

/// <summary>What every <see cref="IShortLineStore"/> keeps.</summary>
public abstract class ShortLineStoreContract
{
    private readonly ManualTimeProvider _clock = new();

    /// <summary>A store without any row.</summary>
    protected abstract ValueTask<IShortLineStore> CreateAsync(TimeProvider time);

    /// <summary>Another store over what the last one wrote.</summary>
    protected abstract ValueTask<IShortLineStore> OpenAgainAsync();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_line_comes_back_by_its_key()
    {
        var store = await CreateAsync(_clock);
        var line = "/calc " + new string('好', 5_000) + "\n\"x\" 😀";

        var key = await store.ShortenAsync(line, Token);

        key.ShouldMatch("^[a-z0-9]{16}$");
        (await (await OpenAgainAsync()).ExpandAsync(key, Token)).ShouldBe(line);
    }

    [Fact]
    public async Task The_same_line_has_the_same_key_and_another_line_another()
    {
        var store = await CreateAsync(_clock);
        var key = await store.ShortenAsync("/paper 1", Token);

        (await store.ShortenAsync("/paper 1", Token)).ShouldBe(key);
        (await (await OpenAgainAsync()).ShortenAsync("/paper 1", Token)).ShouldBe(key);
        (await store.ShortenAsync("/paper 2", Token)).ShouldNotBe(key);
    }

    [Theory]
    [InlineData("")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("' OR 1=1 --12345")]
    [InlineData("\0")]
    public async Task An_unknown_key_has_no_line(string key)
    {
        var store = await CreateAsync(_clock);

        (await store.ExpandAsync(key, Token)).ShouldBeNull();
    }

    [Fact]
    public async Task A_line_may_be_100000_characters_long_and_no_longer()
    {
        var store = await CreateAsync(_clock);
        await store.ShortenAsync(new string('x', 100_000), Token);

        var error = await Should.ThrowAsync<StorageException>(() =>
            store.ShortenAsync(new string('x', 100_001), Token)
        );

        error.Error.Kind.ShouldBe(ErrorKind.UserInput);
    }
}
