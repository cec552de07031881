using PaperBot.Core.Papers;
using PaperBot.Handlers.Blogs;
using PaperBot.Handlers.Routing.FreeText;
using PaperBot.Handlers.Routing.Parsing;
using PaperBot.Testing.Articles;
using PaperBot.Testing.Papers;
using PaperBot.Tests.Handlers.Routing;

namespace PaperBot.Tests.Handlers.Blogs;

/// <summary>What becomes of text that is no command and no question.</summary>
public sealed class SearchRuleTests
{
    private readonly FakeTextSearch _search = new();

    [Theory]
    [InlineData("attention", 1, true)]
    [InlineData("attention", 0.4, false)]
    [InlineData("you need", 1, true)]
    [InlineData("Attention is all", 1, false)]
    [InlineData("attention is all you need", 1, false)]
    [InlineData("Is All You Need", 1, false)]
    public async Task Text_is_searched_unless_it_is_a_papers_title_or_little_of_it_is_there(
        string text,
        double said,
        bool isSearched
    )
    {
        var paper = new StoredPaper(SomePapers.Attention, PaperOrigin.Sample, DateTimeOffset.UnixEpoch);
        _search.Papers.Add(new(paper, null, [], 1) { Said = said });

        var line = await new SearchRule(_search).ReadAsync(
            new FreeTextInput(text, Incomings.Of(text), new CommandTable([new("search")])),
            TestContext.Current.CancellationToken
        );

        (line?.Value).ShouldBe(isSearched ? "/search " + text : null);
    }
}
