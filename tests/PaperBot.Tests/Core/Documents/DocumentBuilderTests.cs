using PaperBot.Core.Documents;
using PaperBot.Core.Papers;

namespace PaperBot.Tests.Core.Documents;

public sealed class DocumentBuilderTests
{
    private static readonly DocumentId Id = DocumentId.Of(ArxivId.Parse("1706.03762v5"));

    [Fact]
    public void Short_paragraphs_are_joined_and_long_ones_cut_at_sentences()
    {
        var builder = new DocumentBuilder();
        builder.Add(new DocumentSection("1", "Introduction", 1));
        builder.Add(new DocumentPart(PassageKind.Body, "A short one."));
        builder.Add(new DocumentPart(PassageKind.Body, "Another   short\none."));
        builder.Add(
            new DocumentPart(
                PassageKind.Body,
                string.Join(' ', Enumerable.Repeat("Seven words stand in this very sentence.", 40))
            )
        );

        var passages = Build(builder).Passages;

        passages[0].Text.ShouldStartWith("A short one. Another short one. Seven words");
        passages.ShouldAllBe(p => Sentences.CountWords(p.Text) <= DocumentBuilder.MostWords && p.Text.EndsWith('.'));
        passages.Select(p => p.Key).Distinct().Count().ShouldBe(passages.Count);
        passages.ShouldAllBe(p => PassageKey.Is(p.Key));
    }

    [Fact]
    public void A_sentence_is_cited_with_the_page_on_which_it_begins()
    {
        const string text = "This begins on four. This runs over to five. This is on five.";
        var builder = new DocumentBuilder();
        builder.Add(new DocumentSection("3.2", "Attention", 2, "S3.SS2"));
        builder.Add(new DocumentPart(PassageKind.Body, text) { Pages = [(0, 4), (30, 5)] });

        var document = Build(builder);

        document
            .Passages.Select(p => (p.Page, p.Text))
            .ShouldBe([(4, "This begins on four. This runs over to five."), (5, "This is on five.")]);
        Citation.Place(document, document.Passages[1]).ShouldBe("§3.2, p. 5");
    }

    [Fact]
    public void References_come_last_and_are_never_joined()
    {
        var builder = new DocumentBuilder();
        builder.Add(new DocumentPart(PassageKind.Reference, "Lee. A paper. 2001."));
        builder.Add(new DocumentPart(PassageKind.Reference, "Li. A book. 2002."));
        builder.Add(new DocumentPart(PassageKind.Body, "The text."));

        Build(builder).Passages.Select(p => p.Text).ShouldBe(["The text.", "Lee. A paper. 2001.", "Li. A book. 2002."]);
    }

    [Fact]
    public void Nothing_makes_no_document() =>
        new DocumentBuilder().Build(Id, DocumentOrigin.ArxivHtml, "", default).ShouldBeNull();

    [Fact]
    public void Ids_are_read_back_and_an_upload_belongs_to_its_owner()
    {
        var mine = DocumentId.OfUpload(new("web", "a"), [1, 2, 3]);
        var yours = DocumentId.OfUpload(new("web", "b"), [1, 2, 3]);

        mine.ShouldNotBe(yours);
        DocumentId.TryParse(mine.ToString(), out var read).ShouldBeTrue();
        read.ShouldBe(mine);
        DocumentId.TryParse("arxiv:1706.03762v5", out var paper).ShouldBeTrue();
        paper.Paper.ShouldBe(ArxivId.Parse("1706.03762v5"));
        DocumentId.TryParse("arxiv:1706.03762", out _).ShouldBeFalse();
        DocumentId.TryParse("upload:../../etc", out _).ShouldBeFalse();
    }

    private static PaperDocument Build(DocumentBuilder builder) =>
        builder.Build(Id, DocumentOrigin.ArxivPdf, "Title", default).ShouldNotBeNull();
}
