using PaperBot.Core.Conversations;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Testing.Papers;

namespace PaperBot.Tests.Handlers.Papers;

public sealed class SearchHandlerTests : IDisposable
{
    private readonly PaperBench _bench = new();

    [Fact]
    public async Task Results_are_numbered_with_the_words_in_bold()
    {
        _bench.Source.Add(SomePapers.Attention, SomePapers.Of("2001.00001", "Graph attention"));

        var card = (await _bench.ReplyAsync("arxiv search", ("query", "attention"))).Cards[0];

        card.Markdown.ShouldBe(
            """
            **2 papers** for “attention”.

            1. [**Attention** Is All You Need](<https://arxiv.org/abs/1706.03762>)  
               Ashish Vaswani et al. · 2017 · cs.CL · `1706.03762`
            2. [Graph **attention**](<https://arxiv.org/abs/2001.00001>)  
               Ada Author · 2020 · cs.CL · `2001.00001`
            """
        );
        card.Actions.ShouldBeEmpty();
        (
            await _bench.Conversations.OfferedAsync(PaperBench.Conversation, TestContext.Current.CancellationToken)
        ).ShouldBe(["/paper 1706.03762", "/paper 2001.00001"]);
    }

    [Fact]
    public async Task Every_condition_reaches_arxiv_and_every_page()
    {
        _bench.Source.Search = _ => new PaperList([Stored(SomePapers.Attention)], 25);

        var card = (
            await _bench.ReplyAsync(
                "arxiv search",
                ("query", "graph \"neural network\""),
                ("in", "计算与语言"),
                ("author", "Ann O'Neil"),
                ("from", "2017"),
                ("to", "2018-06"),
                ("sort", "date"),
                ("page", 2L)
            )
        ).Cards[0];

        var query = _bench.Source.Searches.ShouldHaveSingleItem();
        query.Words.ShouldBe("graph \"neural network\"");
        query.Categories!.ToString().ShouldBe("cs.CL");
        (query.Author, query.NewestFirst, query.Skip, query.Take).ShouldBe(("Ann O'Neil", true, 10, 10));
        (query.From, query.To).ShouldBe((new DateOnly(2017, 1, 1), new DateOnly(2018, 6, 30)));
        card.Markdown.ShouldContain("Page 2 of 3.");
        card.Actions.Select(action => action.Label).ShouldBe(["Next (3/3)", "Back (1/3)"]);
        card.Actions[0]
            .Line.ShouldBe(
                "/arxiv search query:\"graph \\\"neural network\\\"\" in:cs.CL author:\"Ann O'Neil\" "
                    + "from:2017-01-01 to:2018-06-30 sort:date page:3"
            );
        card.Actions[0].Effect.ShouldBe(ActionEffect.ReplaceInPlace);
    }

    [Fact]
    public async Task What_comes_from_the_store_only_says_so()
    {
        _bench.Source.Search = _ => new PaperList([Stored(SomePapers.Attention)], 1) { OnlyStored = true };

        (await _bench.ReplyAsync("arxiv search", ("query", "attention")))
            .Cards[0]
            .Markdown.ShouldContain("*arXiv does not answer right now; these are papers that are stored here.*");
    }

    [Fact]
    public async Task Nothing_found_is_not_the_same_as_nothing_asked()
    {
        var (missing, _) = await _bench.ErrorAsync("arxiv search", ("query", "zzz"));
        _bench.Source.Search = _ => new PaperList([], 0) { OnlyStored = true };
        var (down, sentence) = await _bench.ErrorAsync("arxiv search", ("query", "zzz"));

        missing.Kind.ShouldBe(ErrorKind.NotFound);
        down.Kind.ShouldBe(ErrorKind.UpstreamDown);
        sentence.ShouldBe("arXiv does not answer right now, and nothing stored here matches `zzz`; try again later.");
    }

    [Theory]
    [InlineData("from", "soon", "`soon` is not a day that I can read; write it like 2026-06-15 or yesterday.")]
    [InlineData("in", "cs.XX", null)]
    public async Task A_condition_that_cannot_be_read_is_said(string name, string value, string? expected)
    {
        var (error, sentence) = await _bench.ErrorAsync("arxiv search", ("query", "x"), (name, value));

        error.Kind.ShouldBe(ErrorKind.UserInput);
        if (expected is not null)
            sentence.ShouldBe(expected);
        _bench.Source.Searches.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_search_for_nothing_and_days_in_the_wrong_order_are_said()
    {
        (await _bench.ErrorAsync("arxiv search")).Sentence.ShouldStartWith("What shall I search for?");
        (await _bench.ErrorAsync("arxiv search", ("query", "?!"))).Error.Kind.ShouldBe(ErrorKind.UserInput);
        (await _bench.ErrorAsync("arxiv search", ("query", "x"), ("from", "2018"), ("to", "2017"))).Sentence.ShouldBe(
            "2018-01-01 comes after 2017-12-31; swap the two days."
        );
    }

    [Fact]
    public async Task Related_papers_come_with_the_reason()
    {
        var first = SomePapers.Of("2001.00001", "Neural graph collaborative filtering", "Ann One", "Bob Two") with
        {
            Abstract = "Embedding propagation on the interaction graph.",
        };
        var found = new[]
        {
            first,
            SomePapers.Of("2001.00002", "Collaborative filtering on graphs", "Cy Three") with
            {
                Abstract = "A graph.",
            },
            SomePapers.Of("2001.00003", "Cooking with gas", "Dee Four") with
            {
                Abstract = "Filtering soup.",
            },
        };
        _bench.Source.Add(first);
        _bench.Source.Search = _ => new PaperList([.. found.Select(Stored)], 3);
        await _bench.Store.SaveAsync(
            [Stored(SomePapers.Of("2001.00004", "Knowledge graphs at rest", "Bob Two"))],
            TestContext.Current.CancellationToken
        );

        var card = (await _bench.ReplyAsync("related", ("paper", "2001.00001"))).Cards[0];

        card.Markdown.ShouldStartWith(
            "Papers near [Neural graph collaborative filtering](<https://arxiv.org/abs/2001.00001>):\n\n"
        );
        card.Markdown.ShouldContain("`2001.00004`  \n   *also by Bob Two");
        card.Markdown.ShouldContain("`2001.00002`  \n   *shared words: collaborative filtering, graph*");
        card.Markdown.ShouldNotContain("Cooking");
        card.Markdown.ShouldNotContain("`2001.00001`");
        var query = _bench.Source.Searches.ShouldHaveSingleItem();
        (query.Words, query.Categories!.ToString()).ShouldBe(("graph collaborative", "cs.CL"));
    }

    [Fact]
    public async Task Related_papers_of_the_store_are_shown_when_arxiv_is_in_trouble()
    {
        _bench.Source.Add(SomePapers.Attention);
        _bench.Source.Search = _ => Errors.UpstreamDown("search.none.stored", null, ("typed", "x"));

        (await _bench.FailAsync("related", ("paper", "1706.03762"))).Kind.ShouldBe(ErrorKind.UpstreamDown);
        var near = SomePapers.Of("2001.00001", "Attention for translation", "Noam Shazeer");
        await _bench.Store.SaveAsync([Stored(near)], TestContext.Current.CancellationToken);
        var text = (await _bench.ReplyAsync("related", ("paper", "1706.03762"))).Cards[0].Markdown;

        text.ShouldContain("*arXiv does not answer right now; these are papers that are stored here.*");
        text.ShouldContain("*also by Noam Shazeer; shared words: attention, translation*");
    }

    [Fact]
    public async Task A_category_alone_can_be_searched_and_is_newest_first()
    {
        _bench.Source.Search = _ => new PaperList([Stored(SomePapers.Attention)], 1);

        var card = (await _bench.ReplyAsync("arxiv search", ("in", "cs.CL"), ("from", "2017"))).Cards[0];

        _bench.Source.Searches.ShouldHaveSingleItem().NewestFirst.ShouldBeTrue();
        card.Markdown.ShouldStartWith("**1 paper** for “cs.CL, 2017-01-01–”.");
    }

    [Fact]
    public async Task A_paper_without_neighbours_is_said_in_one_line()
    {
        _bench.Source.Add(SomePapers.Attention);
        _bench.Locale = Locale.Chinese;

        (await _bench.ReplyAsync("related", ("paper", "1706.03762"))).Cards[0].Markdown.ShouldStartWith("没有找到与 [");
        _bench.Source.Search = _ => new PaperList([], 0) { OnlyStored = true };
        (await _bench.ReplyAsync("related", ("paper", "1706.03762")))
            .Cards[0]
            .Markdown.ShouldStartWith("arXiv 暂时没有应答，已存的论文里没有与 [");
    }

    public void Dispose() => _bench.Dispose();

    private static StoredPaper Stored(Paper paper) => new(paper, PaperOrigin.Api, DateTimeOffset.UnixEpoch);
}
