using System.Globalization;
using PaperBot.Core.Papers;

namespace PaperBot.Tests.Core.Papers;

public sealed class ArxivIdTests
{
    [Theory]
    [InlineData("2107.05580v3", "2107.05580v3")]
    [InlineData("hep-th/9901001v2", "hep-th/9901001v2")]
    [InlineData("math.GT/0309136", "math/0309136")]
    [InlineData("0704.0001", "0704.0001")]
    [InlineData("1406.02661", "1406.2661")]
    [InlineData("1406.2661", "1406.2661")]
    [InlineData("2311.164", null)]
    [InlineData("https://arxiv.org/abs/1706.03762", "1706.03762")]
    [InlineData("https://www.arxiv.org/abs/1706.03762v7?context=cs", "1706.03762v7")]
    [InlineData("arxiv.org/pdf/1706.03762v5.pdf", "1706.03762v5")]
    [InlineData("https://arxiv.org/html/2511.01348v1#S2", "2511.01348v1")]
    [InlineData("http://export.arxiv.org/abs/hep-th/9901001", "hep-th/9901001")]
    [InlineData("https://arxiv.org/abs/math.GT%2F0309136", "math/0309136")]
    [InlineData("https://ar5iv.labs.arxiv.org/html/1706.03762", "1706.03762")]
    [InlineData("https://ar5iv.org/abs/1706.03762", "1706.03762")]
    [InlineData("https://www.alphaxiv.org/overview/1706.03762", "1706.03762")]
    [InlineData("https://papers.cool/arxiv/1706.03762", "1706.03762")]
    [InlineData("https://papers.cool/arxiv/1406.02661", "1406.2661")]
    [InlineData("https://huggingface.co/papers/1706.03762", "1706.03762")]
    [InlineData("https://hf.co/papers/1706.03762", "1706.03762")]
    [InlineData("10.48550/arXiv.1706.03762", "1706.03762")]
    [InlineData("DOI: 10.48550/ARXIV.1706.03762", "1706.03762")]
    [InlineData("https://doi.org/10.48550/arxiv.hep-th/9901001", "hep-th/9901001")]
    [InlineData("https://dx.doi.org/10.48550/arXiv.1706.03762.", "1706.03762")]
    [InlineData("ARXIV: 1706.03762V7", "1706.03762v7")]
    [InlineData("arXiv 1706.03762", "1706.03762")]
    [InlineData("arXiv：１７０６．０３７６２", "1706.03762")]
    [InlineData("\u200e1706.03762\u200f", "1706.03762")]
    [InlineData("<https://arxiv.org/abs/1706.03762>", "1706.03762")]
    [InlineData("“1706.03762”。", "1706.03762")]
    [InlineData("https://doi.org/10.1103/PhysRevD.76.013009", null)]
    [InlineData("https://arxiv.org.example.com/abs/1706.03762", null)]
    [InlineData("https://arxiv.org@example.com/abs/1706.03762", null)]
    [InlineData("https://notarxiv.org/abs/1706.03762", null)]
    [InlineData("https://arxiv.org/list/cs.AI/2401", null)]
    [InlineData("https://arxiv.org/", null)]
    [InlineData("9999.99999999", null)]
    [InlineData("1706.03762v0", null)]
    [InlineData("1706.03762v10000", null)]
    [InlineData("1706.00000", null)]
    [InlineData("hep-th/0704001", null)]
    [InlineData("1706.03762 1810.04805", null)]
    [InlineData("Attention is all you need", null)]
    [InlineData(null, null)]
    public void Every_known_form_has_one_canonical_form(string? text, string? canonical)
    {
        var read = ArxivId.TryParse(text, out var id);

        read.ShouldBe(canonical is not null);
        if (read)
            id.ToString().ShouldBe(canonical);
    }

    [Theory]
    [InlineData("9999.99999999")]
    [InlineData("math/1234567")]
    [InlineData("foo/9901001")]
    [InlineData("hep-th/1")]
    [InlineData("arXiv:9999.1")]
    [InlineData("0707.123456")]
    [InlineData("https://arxiv.org/abs/nonsense")]
    [InlineData("https://asdf.org/abs/0706.0001v1")]
    [InlineData("10.48550/arXiv.99")]
    public void A_broken_identifier_is_told_from_a_title(string text)
    {
        ArxivId.TryParse(text, out _).ShouldBeFalse();
        ArxivId.LooksLikeOne(text).ShouldBeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("Attention is all you need")]
    [InlineData("2001: A Space Odyssey")]
    [InlineData("arXiv: a history of preprints")]
    [InlineData("2017/1118")]
    [InlineData("TCP/IP")]
    [InlineData("3.14")]
    [InlineData("1/2")]
    [InlineData("https://example.com/blog/12345")]
    [InlineData("what does 1706.03762 say")]
    public void Words_do_not_look_like_an_identifier(string text) => ArxivId.LooksLikeOne(text).ShouldBeFalse();

    [Fact]
    public void The_scan_reads_links_prefixes_and_numbers_with_their_places()
    {
        const string text =
            "比较https://arxiv.org/abs/1706.03762v5，https://arxiv.org/pdf/1810.04805 和(arXiv:hep-th/9901001)、2107.05580。"
            + "Not https://example.com/1706.03762, not 10.1000/1706.03762, not 1234.5678.9, not v1706.03762.";

        var found = ArxivId.FindAll(text);

        found
            .Select(hit => (hit.Id.ToString(), text.Substring(hit.Index, hit.Length)))
            .ShouldBe([
                ("1706.03762v5", "https://arxiv.org/abs/1706.03762v5"),
                ("1810.04805", "https://arxiv.org/pdf/1810.04805"),
                ("hep-th/9901001", "arXiv:hep-th/9901001"),
                ("2107.05580", "2107.05580"),
            ]);
    }

    [Theory]
    [InlineData("1706.03762,1810.04805;2107.05580 2311.00164")]
    [InlineData("1706.03762/1810.04805、2107.05580\n2311.00164", 3)]
    [InlineData(
        "https://arxiv.org/abs/1706.03762,https://arxiv.org/abs/1810.04805;arxiv.org/abs/2107.05580 2311.00164"
    )]
    [InlineData(
        "[a](https://arxiv.org/abs/1706.03762) <https://arxiv.org/abs/1810.04805> 10.48550/arXiv.2107.05580 2311.00164"
    )]
    public void The_scan_tells_neighbours_apart(string text, int count = 4) =>
        ArxivId.FindAll(text).Count.ShouldBe(count);

    [Fact]
    public void The_scan_stops_when_it_has_enough() => ArxivId.FindAll("1706.03762 1810.04805", 1).Count.ShouldBe(1);

    [Fact]
    public void Ten_thousand_identifiers_are_all_found()
    {
        var ids = Enumerable
            .Range(1, 10_000)
            .Select(n => string.Create(CultureInfo.InvariantCulture, $"2401.{n:00000}"));

        ArxivId.FindAll(string.Join(' ', ids)).Select(hit => hit.Id).Distinct().Count().ShouldBe(10_000);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("1")]
    [InlineData("/")]
    [InlineData("a.")]
    [InlineData("1.")]
    [InlineData(" a.b")]
    [InlineData("arxiv:")]
    [InlineData("http://")]
    [InlineData("arxiv.org/")]
    [InlineData("%31")]
    [InlineData("\u202e1706.")]
    [InlineData("hep-th/")]
    public void A_megabyte_of_nonsense_has_none(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 1_000_000 / unit.Length));

        ArxivId.FindAll(text).ShouldBeEmpty();
        ArxivId.TryParse(text, out _).ShouldBeFalse();
        ArxivId.LooksLikeOne(text).ShouldBeFalse();
    }

    [Fact]
    public void Versions_come_and_go()
    {
        var id = ArxivId.Parse("1706.03762v7");

        id.WithoutVersion.ToString().ShouldBe("1706.03762");
        id.WithVersion(2).ToString().ShouldBe("1706.03762v2");
        Should.Throw<ArgumentOutOfRangeException>(() => id.WithVersion(0));
        Should.Throw<FormatException>(() => ArxivId.Parse("1706"));
    }
}
