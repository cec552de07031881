using PaperBot.Core.Commands;
using PaperBot.Core.Texts;

namespace PaperBot.Tests.Handlers.Routing;

public sealed class RouterSuggestionTests : IAsyncDisposable
{
    private readonly RouterRig _rig = new(SampleSpecs.Search, SampleSpecs.Calculate);

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Theory]
    [InlineData("", "relevance,date")]
    [InlineData("da", "date")]
    [InlineData("日", "date")]
    [InlineData("ＤＡ", "date")]
    [InlineData("zzz", "")]
    public async Task The_choices_of_a_parameter_are_offered_by_name_and_alias(string typed, string values) =>
        (await SuggestAsync("arxiv search", "sort", typed)).Select(s => s.Value).ShouldBe(Split(values));

    [Fact]
    public async Task Yes_and_no_are_offered_in_the_readers_language()
    {
        var offered = await SuggestAsync("/calc".TrimStart('/'), "精确", "", Locale.Chinese);

        offered.ShouldBe([new("是", "true"), new("否", "false")]);
    }

    [Fact]
    public async Task The_language_of_the_reply_is_offered_for_every_command() =>
        (await SuggestAsync("calc", "lang", "", Locale.Chinese)).ShouldBe([new("英文", "en"), new("中文", "zh")]);

    [Theory]
    [InlineData("nothing", "sort")]
    [InlineData("calc", "nothing")]
    [InlineData("calc", "expression")]
    public async Task Where_nothing_is_known_nothing_is_offered(string command, string parameter) =>
        (await SuggestAsync(command, parameter, "x")).ShouldBeEmpty();

    private Task<IReadOnlyList<Suggestion>> SuggestAsync(
        string command,
        string parameter,
        string typed,
        Locale locale = default
    ) => _rig.Router.SuggestAsync(command, parameter, typed, locale, RouterRig.Cancel);

    private static string[] Split(string values) => values.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
