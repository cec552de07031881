using PaperBot.Core.Commands;
using PaperBot.Core.Papers;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Papers;
using PaperBot.Testing.Papers;

namespace PaperBot.Tests.Handlers.Papers;

public sealed class SuggestionTests : IDisposable
{
    private readonly PaperBench _bench = new();

    [Fact]
    public async Task Papers_are_suggested_by_words_and_identifiers_and_the_latest_for_nothing()
    {
        await _bench.Store.SaveAsync(
            [Stored(SomePapers.Attention), Stored(SomePapers.Of("2001.00001", new string('x', 120)))],
            TestContext.Current.CancellationToken
        );
        var source = _bench.Get<IEnumerable<ISuggestionSource>>().OfType<PaperSuggestions>().Single();
        var parameter = new Parameter("paper", ParameterKind.Paper);
        var spec = new CommandSpec("paper");

        source.Serves(spec, parameter).ShouldBeTrue();
        source.Serves(spec, new Parameter("format")).ShouldBeFalse();
        (await Suggest("atten")).ShouldBe([new("Attention Is All You Need (1706.03762)", "1706.03762")]);
        (await Suggest("https://arxiv.org/abs/1706.03762v1")).ShouldHaveSingleItem().Value.ShouldBe("1706.03762");
        (await Suggest("  ")).Count.ShouldBe(2);
        (await Suggest("2001.00001"))[0].Label.Length.ShouldBe(100);
        (await Suggest("?")).ShouldBeEmpty();

        Task<IReadOnlyList<Suggestion>> Suggest(string typed) =>
            source.SuggestAsync(spec, parameter, typed, Locale.English, 25, TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("cs.C", "cs.CC")]
    [InlineData("cs.AI+robot", "cs.AI+cs.RO")]
    [InlineData("数论", "math.NT")]
    [InlineData("zzz", null)]
    public async Task Categories_are_completed_by_code_and_name(string typed, string? expected)
    {
        var source = new CategorySuggestions();
        var parameter = new Parameter("categories");
        source.Serves(new CommandSpec("me"), parameter).ShouldBeTrue();

        var found = await source.SuggestAsync(
            new CommandSpec("me"),
            parameter,
            typed,
            Locale.English,
            25,
            TestContext.Current.CancellationToken
        );

        found.Select(suggestion => suggestion.Value).FirstOrDefault().ShouldBe(expected);
        found.ShouldAllBe(suggestion => suggestion.Label.Length <= 100);
    }

    public void Dispose() => _bench.Dispose();

    private static StoredPaper Stored(Paper paper) => new(paper, PaperOrigin.Api, DateTimeOffset.UnixEpoch);
}
