using PaperBot.Core.Papers;
using PaperBot.Testing.Papers;

namespace PaperBot.Tests.Handlers.Digests;

/// <summary>Constructed mornings in which every place of the order has its reason, as <c>/digest why</c> tells it.</summary>
public sealed class DigestRankingTests : IAsyncLifetime
{
    private const string Graphs = "Graph transformers attend over molecular graphs with spectral position encodings.";
    private const string Speech = "Speech recognition of whispered Cantonese with contrastive acoustic pretraining.";

    private readonly DigestBench _bench = new();

    [Fact]
    public async Task Without_any_wish_papers_stand_in_arxivs_order_and_why_says_so()
    {
        await _bench.AnnounceAsync("2606.00001", "One");
        await _bench.AnnounceAsync("2606.00002", "Two");

        (await OrderAsync("/digest add cs.CL at:8:30")).ShouldBe(["2606.00001", "2606.00002"]);

        var why = await _bench.TextAsync("/digest why 2606.00002");
        why.ShouldContain("number 2 in the digest of 2026-06-16");
        why.ShouldContain("place 2 of 2 in \"New\", 0 points: no points, so it stands in arXiv's order");
        why.ShouldContain("Of equal points as 1 other");
    }

    [Fact]
    public async Task A_word_in_the_title_stands_above_an_author_above_the_abstract()
    {
        await _bench.AnnounceAsync("2606.00001", "Engines", "An agent appears.");
        await _bench.AnnounceAsync("2606.00002", "Engines again", authors: "Ada Lovelace");
        await _bench.AnnounceAsync("2606.00003", "Agents at work");
        await _bench.AnnounceAsync("2606.00004", "Nothing of this");

        (await OrderAsync("/digest add cs.CL at:8:30 include:agent authors:Lovelace")).ShouldBe([
            "2606.00003",
            "2606.00002",
            "2606.00001",
        ]);

        (await _bench.TextAsync("/digest why 2606.00003")).ShouldContain("4 points: agent in the title (+4)");
        (await _bench.TextAsync("/digest why 2606.00002")).ShouldContain("2 points: by Ada Lovelace (+2)");
        (await _bench.TextAsync("/digest why 2606.00001")).ShouldContain("1 points: agent in the abstract (+1)");
        (await _bench.TextAsync("/digest why 2606.00004")).ShouldContain("no wanted word and no wanted author");
        var post = _bench.Posts.ShouldHaveSingleItem().Cards[0].Markdown;
        post.ShouldStartWith("**4 announced · 3 match · all here**");
        post.ShouldContain("*agent in the title*");
        post.ShouldContain("*by Ada Lovelace*");
    }

    [Fact]
    public async Task A_paper_like_one_that_was_voted_for_stands_above_the_others()
    {
        await ReadAsync("2501.00001", "Molecular graph transformers", Graphs);
        await _bench.SayAsync("/vote 2501.00001 up");
        await _bench.AnnounceAsync("2606.00001", "Whispered speech", Speech);
        await _bench.AnnounceAsync("2606.00002", "Spectral encodings for molecular graphs", Graphs);

        (await OrderAsync("/digest add cs.CL at:8:30")).ShouldBe(["2606.00002", "2606.00001"]);

        var why = await _bench.TextAsync("/digest why 2606.00002");
        why.ShouldContain("like [arXiv:2501.00001]");
        why.ShouldContain("which was read here: ");
        why.ShouldContain("graph");
        (await _bench.TextAsync("/digest why 2606.00001")).ShouldNotContain("which was read here");
    }

    [Theory]
    [InlineData("/paper 2501.00001")]
    [InlineData("/vote 2501.00001")]
    public async Task Opening_a_paper_says_something_too(string line)
    {
        await ReadAsync("2501.00001", "Molecular graph transformers", Graphs);
        await _bench.SayAsync(line, "bob");
        await _bench.AnnounceAsync("2606.00001", "Whispered speech", Speech);
        await _bench.AnnounceAsync("2606.00002", "Spectral encodings for molecular graphs", Graphs);

        (await OrderAsync("/digest add cs.CL at:8:30")).ShouldBe(["2606.00002", "2606.00001"]);
    }

    [Fact]
    public async Task A_paper_like_one_that_was_voted_down_comes_last_and_nobody_reads_how_many_did()
    {
        await ReadAsync("2501.00001", "Molecular graph transformers", Graphs);
        await _bench.SayAsync("/vote 2501.00001 down");
        await _bench.SayAsync("/vote 2501.00001 down", "bob");
        await _bench.AnnounceAsync("2606.00001", "Spectral encodings for molecular graphs", Graphs);
        await _bench.AnnounceAsync("2606.00002", "Whispered speech", Speech);
        await _bench.AnnounceAsync("2606.00003", "Three");
        await _bench.SayAsync("/vote 2606.00003 down");

        (await OrderAsync("/digest add cs.CL at:8:30"))[0].ShouldBe("2606.00002");

        (await _bench.TextAsync("/digest why 2606.00001")).ShouldContain("which was not wanted here");
        var why = await _bench.TextAsync("/digest why 2606.00003");
        why.ShouldContain("-1 points: not wanted here (-1)");
        (await _bench.TextAsync("/paper 2501.00001")).ShouldNotContain("👎 2");
        (await _bench.SayAsync("/paper 2501.00001"))
            .Cards[0]
            .Actions.Select(action => action.Label)
            .ShouldContain("👎");
    }

    [Fact]
    public async Task Votes_lift_a_paper_by_at_most_three_points_and_their_number_is_told()
    {
        await _bench.AnnounceAsync("2606.00001", "Agents");
        await _bench.AnnounceAsync("2606.00002", "Two of agents", "agent");
        foreach (var person in (string[])["ada", "bob", "cid", "dan", "eve"])
            await _bench.SayAsync("/vote 2606.00002", person);

        (await OrderAsync("/digest add cs.CL at:8:30 include:agent")).ShouldBe(["2606.00002", "2606.00001"]);

        (await _bench.TextAsync("/digest why 2606.00002")).ShouldContain(
            "8 points: agent in the title (+4); agent in the abstract (+1); 👍 5 here (+3)"
        );
    }

    [Fact]
    public async Task New_cross_listed_and_replaced_papers_stand_apart_whatever_their_points()
    {
        await _bench.AnnounceAsync("2606.00001", "Agents crossed", type: AnnounceType.Cross);
        await _bench.AnnounceAsync("2601.00002", "Agents replaced", type: AnnounceType.Replace);
        await _bench.AnnounceAsync("2606.00003", "Plain", "agent");

        (await OrderAsync("/digest add cs.CL at:8:30 include:agent replacements:yes")).ShouldBe([
            "2606.00003",
            "2606.00001",
            "2601.00002",
        ]);

        (await _bench.TextAsync("/digest why 2606.00001")).ShouldContain("place 1 of 1 in \"Cross-listed\", 4 points");
    }

    [Fact]
    public async Task Why_not_is_answered_for_each_reason()
    {
        await ReadAsync("2501.00001", "Agents and a survey", "agent");
        await _bench.KnowAsync(SomePapers.Of("2501.00002", "Other") with { Categories = ["math.PR"] });
        await _bench.KnowAsync(SomePapers.Of("2501.00003", "Agents") with { Categories = ["cs.CL", "cs.CY"] });
        await ReadAsync("2501.00004", "Agents of old", "agent");
        await _bench.SayAsync("/digest add cs.CL-cs.CY include:agent exclude:survey");

        (await _bench.TextAsync("/digest why 2501.00001")).ShouldContain("the unwanted word \"survey\"");
        (await _bench.TextAsync("/digest why 2501.00002")).ShouldContain("it is in math.PR");
        (await _bench.TextAsync("/digest why 2501.00003")).ShouldContain("a category that is left out");
        (await _bench.TextAsync("/digest why 2501.00004")).ShouldContain("none of these lists since");
        (await _bench.TextAsync("/digest why 2501.00005")).ShouldContain("none of these lists since");
    }

    public ValueTask InitializeAsync() => default;

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    private Task ReadAsync(string id, string title, string text) =>
        _bench.KnowAsync(SomePapers.Of(id, title) with { Abstract = text });

    /// <summary>The identifiers of the first digest in their order.</summary>
    private async Task<IReadOnlyList<string>> OrderAsync(string subscribe)
    {
        await _bench.SayAsync(subscribe);
        await _bench.PassAsync(TimeSpan.FromHours(4));
        return [.. _bench.Posts[0].Cards.SelectMany(card => card.Markdown.Split('`').Where((_, i) => i % 2 == 1))];
    }
}
