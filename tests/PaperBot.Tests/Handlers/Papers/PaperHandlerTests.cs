using PaperBot.Core.Conversations;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Core.Texts;
using PaperBot.Testing.Papers;

namespace PaperBot.Tests.Handlers.Papers;

public sealed class PaperHandlerTests : IDisposable
{
    private readonly PaperBench _bench = new();

    [Fact]
    public async Task A_card_says_all_that_is_known()
    {
        _bench.Source.Add(SomePapers.Attention with { JournalReference = "Proc. of Somewhere", Doi = "10.1000/x(1)" });

        var card = (await _bench.ReplyAsync("paper", ("paper", "1706.03762"))).Cards.ShouldHaveSingleItem();

        card.Title.ShouldBe("Attention Is All You Need");
        card.Link.ShouldBe(new Uri("https://arxiv.org/abs/1706.03762"));
        card.Markdown.ShouldBe(
            """
            Ashish Vaswani, Noam Shazeer, Niki Parmar, Jakob Uszkoreit, Llion Jones, Aidan N. Gomez, Lukasz Kaiser, Illia Polosukhin

            A network for translation built from attention alone, with $O(n^2 d)$ work a layer.

            - **Categories:** Computation and Language (cs.CL), Machine Learning (cs.LG)
            - **Dates:** submitted 2017-06-12; version 7 of 2023-08-02
            - **Comment:** 15 pages, 5 figures
            - **Published in:** Proc. of Somewhere
            - **DOI:** [10\.1000/x(1)](<https://doi.org/10.1000/x%281%29>)
            - **Links:** [arXiv:1706.03762](<https://arxiv.org/abs/1706.03762>) · [PDF](<https://arxiv.org/pdf/1706.03762>) · [HTML](<https://arxiv.org/html/1706.03762>)
            """
        );
        card.Actions.Select(action => action.Line ?? action.Link!.AbsoluteUri)
            .ShouldBe([
                "https://arxiv.org/abs/1706.03762",
                "https://arxiv.org/pdf/1706.03762",
                "/cite 1706.03762",
                "/related 1706.03762",
            ]);
    }

    [Fact]
    public async Task The_card_is_in_the_readers_language()
    {
        _bench.Locale = Locale.Chinese;
        _bench.Source.Add(SomePapers.Attention);

        var card = (await _bench.ReplyAsync("paper", ("paper", "1706.03762"))).Cards[0];

        card.Markdown.ShouldContain("- **分类：** 计算与语言 (cs.CL)、机器学习 (cs.LG)");
        card.Markdown.ShouldContain("- **日期：** 提交于 2017-06-12；第 7 版 2023-08-02");
        card.Actions.Select(action => action.Label).ShouldBe(["摘要页", "PDF", "引用", "相关论文"]);
    }

    [Theory]
    [InlineData("https://arxiv.org/abs/1706.03762")]
    [InlineData("arXiv:1706.03762")]
    [InlineData("https://doi.org/10.48550/arXiv.1706.03762")]
    [InlineData("see 1706.03762, it is good")]
    public async Task Any_form_of_the_identifier_will_do(string typed)
    {
        _bench.Source.Add(SomePapers.Attention);

        (await _bench.ReplyAsync("paper", ("paper", typed))).Cards[0].Title.ShouldBe("Attention Is All You Need");
        _bench.Source.Searches.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_older_version_names_the_newer_one_in_the_same_request()
    {
        _bench.Source.Add(SomePapers.Attention with { Version = 1 }, SomePapers.Attention);

        var card = (await _bench.ReplyAsync("paper", ("paper", "1706.03762v1"))).Cards[0];

        card.Markdown.ShouldContain(
            "*This is version 1; there is a newer one: [v7](<https://arxiv.org/abs/1706.03762v7>).*"
        );
        card.Link.ShouldBe(new Uri("https://arxiv.org/abs/1706.03762v1"));
        card.Actions.ShouldContain(action => action.Line == "/cite 1706.03762v1");
        _bench.Source.Lookups.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task More_than_forty_authors_are_folded()
    {
        var names = Enumerable.Range(1, 41).Select(i => $"Author Number{i:00}").ToArray();
        _bench.Source.Add(
            SomePapers.Of("2001.00001", "Many", names),
            SomePapers.Of("2001.00002", "Fewer", names.AsSpan(0, 40))
        );

        var cards = (await _bench.ReplyAsync("paper", ("paper", "2001.00001 2001.00002"))).Cards;

        cards[0].Markdown.ShouldContain("Author Number20 and 21 more (41 authors)");
        cards[0].Markdown.ShouldNotContain("Number21");
        cards[1].Markdown.ShouldContain("Author Number40");
    }

    [Fact]
    public async Task Failures_among_several_are_said_one_by_one()
    {
        _bench.Source.Add(SomePapers.Attention);

        var reply = await _bench.ReplyAsync("paper", ("paper", "1706.03762 2001.00001 9999.99999999"));

        reply.Cards.Count.ShouldBe(2);
        reply.Cards[1].Markdown.ShouldContain("2001.00001");
        reply.Cards[1].Markdown.ShouldContain("`9999.99999999` is not an arXiv identifier");
    }

    [Fact]
    public async Task More_than_ten_papers_come_in_turns()
    {
        var ids = Enumerable.Range(1, 25).Select(i => $"2001.{i:00000}").ToList();
        _bench.Source.Add([.. ids.Select(id => SomePapers.Of(id, $"Paper {id}"))]);

        var reply = await _bench.ReplyAsync("paper", ("paper", string.Join(' ', ids)));

        reply.Cards.Count.ShouldBe(11);
        reply.Cards[^1].Markdown.ShouldBe("10 papers are shown, 15 are left.");
        reply.Cards[^1].Actions.ShouldHaveSingleItem().Line.ShouldBe($"/paper {string.Join(' ', ids[10..20])}");
        _bench.Source.Lookups.ShouldHaveSingleItem().Count.ShouldBe(10);
    }

    [Theory]
    [InlineData("9999.99999999")]
    [InlineData("math/1234567")]
    public async Task Something_shaped_like_an_identifier_is_never_a_search(string typed)
    {
        var (error, sentence) = await _bench.ErrorAsync("paper", ("paper", typed));

        error.Kind.ShouldBe(ErrorKind.UserInput);
        sentence.ShouldStartWith($"`{typed}` is not an arXiv identifier");
        _bench.Source.Searches.ShouldBeEmpty();
        _bench.Source.Lookups.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_address_of_something_else_is_said_so()
    {
        var (error, sentence) = await _bench.ErrorAsync("paper", ("paper", "https://example.com/`x`"));

        error.Kind.ShouldBe(ErrorKind.UserInput);
        sentence.ShouldContain("does not lead to an arXiv paper");
        _bench.Source.Searches.ShouldBeEmpty();
    }

    [Fact]
    public async Task Words_that_match_several_give_a_numbered_choice()
    {
        _bench.Source.Add(
            SomePapers.Of("2001.00001", "Graph <b>attention</b> networks", "Ann One", "Bob Two", "Cy Three"),
            SomePapers.Of("2001.00002", "Attention in graphs_with $x_1$")
        );

        var reply = await _bench.ReplyAsync("paper", ("paper", "graph attention"));

        var card = reply.Cards.ShouldHaveSingleItem();
        card.Markdown.ShouldBe(
            """
            2 papers match “graph attention”. Which one? Press it, or answer with its number.

            1. [Graph \<b\>attention\</b\> networks](<https://arxiv.org/abs/2001.00001>)  
               Ann One et al. · 2020 · cs.CL · `2001.00001`
            2. [Attention in graphs_with $x_1$](<https://arxiv.org/abs/2001.00002>)  
               Ada Author · 2020 · cs.CL · `2001.00002`
            """
        );
        card.Actions.Select(action => action.Line).ShouldBe(["/paper 2001.00001", "/paper 2001.00002"]);
        (
            await _bench.Conversations.OfferedAsync(PaperBench.Conversation, TestContext.Current.CancellationToken)
        ).ShouldBe(["/paper 2001.00001", "/paper 2001.00002"]);
    }

    [Fact]
    public async Task A_choice_from_the_store_only_says_so()
    {
        _bench.Source.Search = query => new PaperList(
            [Stored("2001.00001", "One of graphs"), Stored("2001.00002", "Two of graphs")],
            2
        )
        {
            OnlyStored = true,
        };

        var text = (await _bench.ReplyAsync("paper", ("paper", "graphs"))).Cards[0].Markdown;

        text.ShouldContain("\n\n*arXiv does not answer right now; these are papers that are stored here.*\n\n1. ");
    }

    [Fact]
    public async Task One_category_under_two_names_is_told_once()
    {
        _bench.Source.Add(SomePapers.Attention with { Categories = ["math-ph", "math.MP", "cs.IT", "math.IT"] });

        (await _bench.ReplyAsync("paper", ("paper", "1706.03762")))
            .Cards[0]
            .Markdown.ShouldContain("- **Categories:** Mathematical Physics (math-ph), Information Theory (cs.IT)\n");
    }

    [Fact]
    public async Task The_exact_title_needs_no_choice()
    {
        _bench.Source.Add(SomePapers.Attention, SomePapers.Of("2001.00001", "Why attention is all you need is all"));

        var reply = await _bench.ReplyAsync("paper", ("paper", "attention is all you NEED?"));

        reply.Cards.ShouldHaveSingleItem().Title.ShouldBe("Attention Is All You Need");
    }

    [Fact]
    public async Task A_stored_title_needs_no_search()
    {
        await Save(new StoredPaper(SomePapers.Attention, PaperOrigin.Api, _bench.Clock.GetUtcNow()));
        _bench.Source.Add(SomePapers.Attention);

        await _bench.ReplyAsync("paper", ("paper", "Attention is all you need"));

        _bench.Source.Searches.ShouldBeEmpty();
    }

    [Fact]
    public async Task Words_that_no_title_has_are_looked_for_everywhere_and_then_said_to_be_missing()
    {
        _bench.Source.Add(SomePapers.Attention);

        var reply = await _bench.ReplyAsync("paper", ("paper", "vaswani attention"));
        var (error, sentence) = await _bench.ErrorAsync("paper", ("paper", "no *such* thing"));

        reply.Cards[0].Title.ShouldBe("Attention Is All You Need");
        error.Kind.ShouldBe(ErrorKind.NotFound);
        sentence.ShouldStartWith("No paper on arXiv matches `no *such* thing`");
    }

    [Fact]
    public async Task A_publishers_doi_finds_only_the_paper_that_states_it()
    {
        _bench.Source.Add(
            SomePapers.Of("2001.00001", "Right") with
            {
                Doi = "10.1103/PhysRevLett.116.061102",
            },
            SomePapers.Of("2001.00002", "Wrong") with
            {
                Doi = "10.1103/PhysRevLett.116.0611029",
            }
        );

        var reply = await _bench.ReplyAsync("paper", ("paper", "https://doi.org/10.1103/physrevlett.116.061102"));
        var (error, _) = await _bench.ErrorAsync("paper", ("paper", "10.1103/PhysRevLett.116"));

        reply.Cards.ShouldHaveSingleItem().Title.ShouldBe("Right");
        error.Kind.ShouldBe(ErrorKind.NotFound);
    }

    [Fact]
    public async Task Samples_and_old_records_say_what_they_are()
    {
        var old = _bench.Clock.GetUtcNow().AddDays(-3);
        _bench.Source.Find = id =>
            id.Paper == "2001.00001"
                ? new StoredPaper(SomePapers.Of("2001.00001", "Sample"), PaperOrigin.Sample, default)
                {
                    Outdated = true,
                }
                : new StoredPaper(SomePapers.Of("2001.00002", "Old"), PaperOrigin.Api, old) { Outdated = true };

        var cards = (await _bench.ReplyAsync("paper", ("paper", "2001.00001 2001.00002"))).Cards;

        cards[0].Markdown.ShouldContain("*Sample of the starter library:");
        cards[1].Markdown.ShouldContain("*arXiv does not answer right now; this record is 3 days old.*");
    }

    [Fact]
    public async Task An_upstream_that_is_down_goes_before_papers_that_are_missing()
    {
        _bench.Source.Find = id =>
            id.Paper == "2001.00002"
                ? Errors.UpstreamDown("arxiv.down", null)
                : Errors.NotFound("arxiv.missing", ("id", id.ToString()));

        var down = await _bench.FailAsync("paper", ("paper", "2001.00001 2001.00002"));
        var (missing, sentence) = await _bench.ErrorAsync("paper", ("paper", "2001.00001 2001.00003"));

        down.Kind.ShouldBe(ErrorKind.UpstreamDown);
        missing.Kind.ShouldBe(ErrorKind.NotFound);
        sentence.ShouldContain("`2001.00001`, `2001.00003`");
    }

    [Fact]
    public async Task Foreign_text_is_shown_and_not_interpreted()
    {
        _bench.Source.Add(
            SomePapers.Of("2001.00001", "<script>alert(1)</script> *x*", "[Eve](javascript:x)") with
            {
                Abstract = "# Head\n<img src=x> costs $5 and $10, but $a_1*b_2$ and `code` | @everyone",
                Comment = "see <time:1> https://example.com/a_b_c",
            }
        );

        var card = (await _bench.ReplyAsync("paper", ("paper", "2001.00001"))).Cards[0];

        card.Markdown.ShouldContain("Eve\\](javascript:x)");
        card.Markdown.ShouldContain("\\# Head\n\\<img src=x\\> costs \\$5 and \\$10, but $a_1*b_2$ and \\`code\\`");
        card.Markdown.ShouldContain("see \\<time:1\\>");
    }

    [Theory]
    [InlineData("???")]
    [InlineData("\u202e\u200b")]
    [InlineData("\ud800")]
    public async Task Text_without_words_is_one_sentence(string typed) =>
        (await _bench.ErrorAsync("paper", ("paper", typed))).Error.Kind.ShouldBe(ErrorKind.UserInput);

    public void Dispose() => _bench.Dispose();

    private static StoredPaper Stored(string id, string title) =>
        new(SomePapers.Of(id, title), PaperOrigin.Api, DateTimeOffset.UnixEpoch);

    private Task Save(StoredPaper paper) => _bench.Store.SaveAsync([paper], TestContext.Current.CancellationToken);
}
