using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Testing.Arxiv;

namespace PaperBot.Tests.Upstreams.Arxiv;

public sealed class PaperSearchesTests
{
    [Fact]
    public async Task A_search_is_paged_sorted_and_stored()
    {
        await using var bench = await ArxivBench.StartAsync();

        var first = await SearchAsync(bench, new("galaxy surveys") { Take = 7 });
        var second = await SearchAsync(bench, new("galaxy surveys") { Skip = 7, Take = 7 });
        var newest = await SearchAsync(bench, new("galaxy surveys") { NewestFirst = true, Take = 100 });

        first.Value.Total.ShouldBe(newest.Value.Papers.Count);
        first.Value.Papers.Count.ShouldBe(7);
        first.Value.Papers.Concat(second.Value.Papers).Select(p => p.Paper.Id).Distinct().Count().ShouldBe(14);
        newest.Value.Papers.Select(p => p.Paper.SubmittedAt).ShouldBeInOrder(SortDirection.Descending);
        newest.Value.OnlyStored.ShouldBeFalse();
        (await bench.Papers.CountAsync(ArxivBench.Token)).ShouldBe(first.Value.Total);
    }

    [Fact]
    public async Task Categories_authors_and_dates_narrow_a_search()
    {
        await using var bench = await ArxivBench.StartAsync();
        var query = new PaperQuery("attention") { Categories = CategorySelection.Parse("cs-cs.LG"), Take = 100 };

        var found = (await SearchAsync(bench, query)).Value;
        var none = (await SearchAsync(bench, query with { Author = "Nobody" })).Value;
        var dated = (await SearchAsync(bench, query with { From = new(2017, 1, 1), To = new(2017, 12, 31) })).Value;
        var vaswani = await SearchAsync(bench, new("") { Author = "ashish vaswani", To = new(2017, 6, 12) });

        found.Papers.ShouldNotBeEmpty();
        found.Papers.ShouldAllBe(p => query.Categories.Matches(p.Paper.Categories));
        (none.Total, none.Papers.Count).ShouldBe((0, 0));
        dated.Papers.ShouldBeEmpty();
        vaswani.Value.Papers.ShouldHaveSingleItem().Paper.Title.ShouldBe("Attention Is All You Need");
    }

    [Fact]
    public async Task While_arxiv_is_down_the_store_is_searched_and_says_so()
    {
        await using var bench = await ArxivBench.StartAsync();
        await SearchAsync(bench, new("attention") { Take = 100 });
        bench.Arxiv.Faults.Always(ArxivFaults.Known["500"]);

        var found = await SearchAsync(bench, new("attention need") { Categories = CategorySelection.Parse("cs.CL") });
        var dated = await SearchAsync(bench, new("attention") { To = new(2018, 1, 1) });

        found.Value.OnlyStored.ShouldBeTrue();
        found.Value.Papers.ShouldHaveSingleItem().Paper.Id.ToString().ShouldBe("1706.03762");
        dated.Value.Total.ShouldBe(1);
    }

    [Theory]
    [InlineData("429", ErrorKind.Throttled)]
    [InlineData("406", ErrorKind.Throttled)]
    [InlineData("500", ErrorKind.UpstreamDown)]
    [InlineData("html", ErrorKind.UpstreamDown)]
    [InlineData("403", ErrorKind.Refused)]
    public async Task A_refusal_is_never_told_as_no_papers(string fault, ErrorKind kind)
    {
        await using var bench = await ArxivBench.StartAsync();
        bench.Arxiv.Faults.Always(ArxivFaults.Known[fault]);

        (await SearchAsync(bench, new("attention"))).Error.Kind.ShouldBe(kind);
    }

    [Fact]
    public async Task Nothing_asked_and_too_far_are_said_without_a_request()
    {
        await using var bench = await ArxivBench.StartAsync();

        (await SearchAsync(bench, new("?!"))).Error.Message.Key.ShouldBe("error.arxiv.search.empty");
        (await SearchAsync(bench, new("x") { Skip = 29_991 })).Error.Message.Key.ShouldBe("error.arxiv.search.far");
        bench.Arxiv.Traffic.Arrivals.ShouldBeEmpty();
        (await SearchAsync(bench, new("x") { Skip = 29_990 })).IsOk.ShouldBeTrue();
    }

    private static Task<Outcome<PaperList>> SearchAsync(ArxivBench bench, PaperQuery query) =>
        bench.Source.SearchAsync(query, ArxivBench.Person(), ArxivBench.Token);
}
