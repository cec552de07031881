using System.Text;
using System.Xml;
using PaperBot.Core.Papers;
using PaperBot.Testing;
using PaperBot.Testing.Arxiv;
using PaperBot.Upstreams.Arxiv;

namespace PaperBot.Tests.Upstreams.Arxiv;

public sealed class AtomReaderTests
{
    private const int Longest = 1_000_000;
    private const string Feed = "<feed xmlns=\"http://www.w3.org/2005/Atom\">";

    [Theory]
    [InlineData("id_0000.0000_s0_m100_8b51d9633a68.xml", 0, 0, null)]
    [InlineData("id_0808.05394_1707.08567_s0_m100_42e5aa0ec3af.xml", 1, 1, null)]
    [InlineData("id_abc_s0_m100_b79c8dcf6bc3.xml", 0, 1, "incorrect id format for abc")]
    [InlineData("q_testing_s0_m10_bc5a6c384fe9.xml", 10, 214881, null)]
    [InlineData("q_testing_s10_m10_34e56e15aaac.xml", 10, 214881, null)]
    public void Recorded_answers_are_read(string file, int papers, int total, string? error)
    {
        using var body = File.OpenRead(TestData.Require("01-arxiv-api", "api", "arxivpy-2026", file));

        var feed = AtomReader.ReadQuery(body, Longest);

        (feed.Papers.Count, feed.Total, feed.Error).ShouldBe((papers, total, error));
        foreach (var paper in feed.Papers)
        {
            paper.Version.ShouldNotBeNull();
            paper.Authors.ShouldNotBeEmpty();
            paper.Categories[0].ShouldBe(paper.PrimaryCategory);
            paper.Abstract.Length.ShouldBeGreaterThan(100);
            paper.SubmittedAt.ShouldNotBeNull().ShouldBeLessThanOrEqualTo(paper.UpdatedAt!.Value);
        }
    }

    [Fact]
    public void A_recorded_paper_has_every_field()
    {
        using var body = File.OpenRead(
            TestData.Require("01-arxiv-api", "api", "arxivpy-2026", "id_0808.05394_1707.08567_s0_m100_42e5aa0ec3af.xml")
        );

        var paper = AtomReader.ReadQuery(body, Longest).Papers[0];

        paper.VersionedId.ToString().ShouldBe("1707.08567v1");
        paper.Title.ShouldBe("Proceedings of Workshop AEW10: Concepts in Information Theory and Communications");
        paper.Authors[0].ShouldBe(new Author("Kees A. Schouhamer Immink"));
        paper.Categories.ShouldBe(["cs.IT"]);
        paper.SubmittedAt.ShouldBe(new DateTimeOffset(2017, 7, 27, 8, 18, 33, TimeSpan.Zero));
        paper.Comment.ShouldBe("44 pages, editors for the proceedings: Yanling Chen and A. J. Han Vinck");
        paper.JournalReference.ShouldBeNull();
    }

    [Fact]
    public void Tex_affiliations_classes_and_references_are_cleaned()
    {
        const string Entry = """
            <entry xmlns:arxiv="http://arxiv.org/schemas/atom"><id>http://arxiv.org/abs/math.GT/0309136v2</id>
            <title>On  the
             Schr\"odinger $\alpha$</title><summary> Text </summary>
            <published>2003-07-07T13:46:39-04:00</published><updated>2003-08-07T13:46:39-04:00</updated>
            <author><name>Erwin Schr\"odinger</name><arxiv:affiliation>Z\"urich</arxiv:affiliation>
            <arxiv:affiliation>Wien</arxiv:affiliation></author><author><name> </name></author>
            <arxiv:journal_ref>J. 1 (2003)</arxiv:journal_ref><arxiv:doi>10.1/x</arxiv:doi>
            <arxiv:primary_category term="math.GT"/><category term="hep-th"/><category term="math.GT"/>
            <category term="57M25"/><category term="I.2.6"/></entry></feed>
            """;

        var paper = Read(Feed + Entry).Papers.ShouldHaveSingleItem();

        paper.Id.ToString().ShouldBe("math/0309136");
        paper.Version.ShouldBe(2);
        paper.Title.ShouldBe("On the Schrödinger $\\alpha$");
        paper.Authors.ShouldBe([new Author("Erwin Schrödinger", "Zürich; Wien")]);
        paper.Categories.ShouldBe(["math.GT", "hep-th"]);
        paper.SubmittedAt!.Value.UtcDateTime.ShouldBe(new DateTime(2003, 7, 7, 17, 46, 39));
        (paper.JournalReference, paper.Doi).ShouldBe(("J. 1 (2003)", "10.1/x"));
    }

    [Fact]
    public void Both_generations_of_the_simulator_tell_the_same()
    {
        var clock = TimeProvider.System;
        var answers = Enum.GetValues<AtomGeneration>()
            .Select(generation => new QueryAnswer(InventedPapers.Corpus(20), generation, clock))
            .Select(answer => answer.Of(new Dictionary<string, string> { ["search_query"] = "all:invented" }))
            .Select(answer => Read(answer.Body).Papers)
            .ToList();

        answers[0].Count.ShouldBe(10);
        answers[0].Select(p => (p.Title, p.Abstract)).ShouldBe(answers[1].Select(p => (p.Title, p.Abstract)));
    }

    [Fact]
    public void Limits_hold_at_the_limit_and_one_past_it()
    {
        var text = new string('a', SafeXml.LongestText);
        Read($"{Feed}<entry><id>1706.03762</id><title>{text}</title></entry></feed>").Papers.Count.ShouldBe(1);
        ShouldFail<InvalidDataException>($"{Feed}<entry><title>{text}a</title></entry></feed>");

        Read(Feed + Nested(SafeXml.DeepestElement) + "</feed>").Papers.ShouldBeEmpty();
        ShouldFail<InvalidDataException>(Feed + Nested(SafeXml.DeepestElement + 1) + "</feed>");

        Read(Feed + Entries(5_000) + "</feed>").Papers.ShouldBeEmpty();
        ShouldFail<InvalidDataException>(Feed + Entries(5_001) + "</feed>");

        ShouldFail<XmlException>(Feed + new string(' ', Longest) + "</feed>");

        static string Nested(int depth) =>
            string.Concat(Enumerable.Repeat("<a>", depth)) + string.Concat(Enumerable.Repeat("</a>", depth));

        static string Entries(int count) => string.Concat(Enumerable.Repeat("<entry/>", count));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Rate exceeded.")]
    [InlineData("<html></html>")]
    [InlineData("<!DOCTYPE feed><feed xmlns=\"http://www.w3.org/2005/Atom\"/>")]
    [InlineData("<feed/>")]
    public void What_is_no_feed_is_refused(string body) =>
        Should
            .Throw<Exception>(() => Read(body))
            .ShouldSatisfyAllConditions(e => (e is XmlException or InvalidDataException).ShouldBeTrue());

    private static void ShouldFail<TException>(string body)
        where TException : Exception => Should.Throw<TException>(() => Read(body));

    private static AtomFeed Read(string xml)
    {
        using var body = new MemoryStream(Encoding.UTF8.GetBytes(xml));
        return AtomReader.ReadQuery(body, Longest);
    }
}
