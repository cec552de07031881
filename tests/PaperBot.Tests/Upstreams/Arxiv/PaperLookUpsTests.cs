using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Testing.Arxiv;
using PaperBot.Upstreams.Arxiv;
using PaperBot.Upstreams.Queueing;

namespace PaperBot.Tests.Upstreams.Arxiv;

public sealed class PaperLookUpsTests
{
    private static readonly ArxivId Attention = ArxivId.Parse("1706.03762");

    [Fact]
    public async Task A_paper_is_looked_up_once_and_then_answered_from_the_store()
    {
        await using var bench = await ArxivBench.StartAsync();

        var first = await FindAsync(bench, "1706.03762");
        var second = await FindAsync(bench, "1706.03762");

        first.Value.Paper.VersionedId.ToString().ShouldBe("1706.03762v7");
        first.Value.Paper.Authors.Count.ShouldBe(8);
        second.Value.Origin.ShouldBe(PaperOrigin.Api);
        second.Value.Paper.Abstract.ShouldBe(first.Value.Paper.Abstract);
        bench.Arxiv.Traffic.Arrivals.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_record_goes_stale_and_one_of_a_named_version_never_does()
    {
        await using var bench = await ArxivBench.StartAsync();
        await FindAsync(bench, "1706.03762");
        await FindAsync(bench, "1706.03762v2");

        bench.Clock.Advance(TimeSpan.FromHours(23.9));
        await FindAsync(bench, "1706.03762");
        bench.Arxiv.Traffic.Arrivals.Count.ShouldBe(2);

        bench.Clock.Advance(TimeSpan.FromHours(0.2));
        await FindAsync(bench, "1706.03762v2");
        bench.Arxiv.Traffic.Arrivals.Count.ShouldBe(2);
        await FindAsync(bench, "1706.03762");
        bench.Arxiv.Traffic.Arrivals.Count.ShouldBe(3);
    }

    [Fact]
    public async Task An_old_version_that_was_looked_at_is_never_taken_for_the_latest()
    {
        await using var bench = await ArxivBench.StartAsync();

        (await FindAsync(bench, "1706.03762v2")).Value.Paper.Version.ShouldBe(2);

        (await FindAsync(bench, "1706.03762")).Value.Paper.Version.ShouldBe(7);
        bench.Arxiv.Traffic.Arrivals.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Samples_and_feed_records_are_replaced_when_arxiv_answers()
    {
        await using var bench = await ArxivBench.StartAsync();
        foreach (var origin in (PaperOrigin[])[PaperOrigin.Sample, PaperOrigin.Feed])
            await KeepAsync(bench, Attention, origin);

        var found = await FindAsync(bench, "1706.03762");

        found.Value.Origin.ShouldBe(PaperOrigin.Api);
        found.Value.Outdated.ShouldBeFalse();
        (await bench.Papers.FindAsync([Attention], ArxivBench.Token))
            .ShouldHaveSingleItem()
            .Origin.ShouldBe(PaperOrigin.Api);
    }

    [Theory]
    [InlineData("500", ErrorKind.UpstreamDown)]
    [InlineData("429", ErrorKind.Throttled)]
    [InlineData("403", ErrorKind.Refused)]
    [InlineData("html", ErrorKind.UpstreamDown)]
    [InlineData("cut", ErrorKind.UpstreamDown)]
    public async Task While_arxiv_is_down_an_older_record_is_shown_as_such(string fault, ErrorKind kind)
    {
        await using var bench = await ArxivBench.StartAsync();
        await FindAsync(bench, "1706.03762");
        await KeepAsync(bench, ArxivId.Parse("2401.00001"), PaperOrigin.Sample);
        bench.Clock.Advance(TimeSpan.FromDays(2));
        bench.Arxiv.Faults.Always(ArxivFaults.Known[fault]);

        var found = await bench.Source.FindAsync(
            [Attention, ArxivId.Parse("2401.00001"), ArxivId.Parse("2401.00002")],
            ArxivBench.Person(),
            ArxivBench.Token
        );

        found[Attention].Value.Outdated.ShouldBeTrue();
        found[ArxivId.Parse("2401.00001")]
            .Value.ShouldSatisfyAllConditions(
                stored => stored.Outdated.ShouldBeTrue(),
                stored => stored.Origin.ShouldBe(PaperOrigin.Sample)
            );
        found[ArxivId.Parse("2401.00002")].Error.Kind.ShouldBe(kind);
    }

    [Fact]
    public async Task A_sample_that_arxiv_does_not_have_is_asked_for_once_a_day()
    {
        await using var bench = await ArxivBench.StartAsync();
        var own = ArxivId.Parse("2511.99999");
        await KeepAsync(bench, own, PaperOrigin.Sample);

        for (var i = 0; i < 3; i++)
            (await FindAsync(bench, "2511.99999")).Value.Origin.ShouldBe(PaperOrigin.Sample);
        bench.Arxiv.Traffic.Arrivals.Count.ShouldBe(1);
        bench.Clock.Advance(TimeSpan.FromDays(2));
        (await FindAsync(bench, "2511.99999")).Value.Outdated.ShouldBeTrue();
        bench.Arxiv.Traffic.Arrivals.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(AtomGeneration.Current)]
    [InlineData(AtomGeneration.Old)]
    public async Task Unknown_papers_and_versions_are_not_found_and_harm_no_others(AtomGeneration generation)
    {
        await using var bench = await ArxivBench.StartAsync(generation: generation);
        string[] texts = ["1706.03762v7", "2401.00001", "2401.99999", "2401.00002v99", "hep-th/9901001"];
        var ids = texts.Select(ArxivId.Parse).ToArray();

        var found = await bench.Source.FindAsync(ids, ArxivBench.Person(), ArxivBench.Token);

        found[ids[0]].Value.Paper.Version.ShouldBe(7);
        found[ids[1]].Value.Paper.Title.ShouldEndWith(" 1");
        foreach (var id in ids[2..])
        {
            found[id].Error.Kind.ShouldBe(ErrorKind.NotFound);
            found[id].Error.Message.Key.ShouldBe("error.arxiv.paper");
        }
    }

    [Theory]
    [InlineData(AtomGeneration.Current)]
    [InlineData(AtomGeneration.Old)]
    public async Task In_one_request_answers_are_matched_by_id(AtomGeneration generation)
    {
        await using var bench = await ArxivBench.StartAsync(generation: generation);
        string[] texts = ["2401.00003", "1706.03762v2", "2401.99999", "2401.00001"];
        ArxivCall[] calls = [.. texts.Select(text => new ArxivCall.LookUp(ArxivId.Parse(text)))];

        await bench.SendAsync(calls);
        var attempt = (Attempt<ArxivAnswer>.Answered)await bench.SendAsync(calls);

        attempt
            .Answers.Select(answer =>
                answer.Outcome is { IsOk: true } found
                    ? ((ArxivAnswer.Found)found.Value).Paper.VersionedId.ToString()
                    : answer.Outcome?.Error.Message.Key
            )
            .ShouldBe(["2401.00003v1", "1706.03762v2", "error.arxiv.paper", "2401.00001v2"]);
    }

    [Fact]
    public async Task Two_versions_of_one_paper_do_not_share_a_request()
    {
        await using var bench = await ArxivBench.StartAsync();
        ArxivCall[] batch = [LookUp("1706.03762"), LookUp("2401.00001")];

        bench.Upstream.CanJoin(batch, LookUp("1706.03762v1")).ShouldBeFalse();
        bench.Upstream.CanJoin(batch, LookUp("2401.00002")).ShouldBeTrue();
        bench.Upstream.CanJoin(batch, new ArxivCall.Search(new("x"))).ShouldBeFalse();

        static ArxivCall.LookUp LookUp(string id) => new(ArxivId.Parse(id));
    }

    private static async Task<Outcome<StoredPaper>> FindAsync(ArxivBench bench, string id) =>
        (await bench.Source.FindAsync([ArxivId.Parse(id)], ArxivBench.Person(), ArxivBench.Token))[ArxivId.Parse(id)];

    private static Task KeepAsync(ArxivBench bench, ArxivId id, PaperOrigin origin) =>
        bench.Papers.SaveAsync(
            [
                new(
                    new Paper
                    {
                        Id = id,
                        Title = "A sample",
                        Authors = [],
                    },
                    origin,
                    bench.Clock.GetUtcNow()
                ),
            ],
            ArxivBench.Token
        );
}
