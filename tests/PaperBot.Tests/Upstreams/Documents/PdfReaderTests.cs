using Microsoft.Extensions.Options;
using PaperBot.Core.Documents;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Testing;
using PaperBot.Testing.Documents;
using PaperBot.Upstreams.Documents;

namespace PaperBot.Tests.Upstreams.Documents;

public sealed class PdfReaderTests
{
    private static readonly DocumentId Id = DocumentId.Of(ArxivId.Parse("2601.00001v1"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sentences_of_known_papers_are_in_their_texts_in_order()
    {
        var checks = PdfChecks.Read(TestData.Require("04-pdf", "checks.json"));
        var (probes, found, ordered) = (0, 0, 0);
        var missing = new List<string>();
        foreach (var check in checks.Where(check => check.Probes.Count > 0))
        {
            var document = await ReadAsync(check.File);
            var (inText, inOrder) = check.Compare(Whole(document));
            missing.AddRange(check.Missing(Whole(document)).Select(probe => $"{check.File}: {probe}"));
            (probes, found, ordered) = (probes + check.Probes.Count, found + inText, ordered + inOrder);
        }

        probes.ShouldBeGreaterThan(50);
        ((double)found / probes).ShouldBeGreaterThanOrEqualTo(
            0.97,
            $"{found} of {probes}; missing:\n{string.Join('\n', missing)}"
        );
        TestContext.Current.TestOutputHelper!.WriteLine($"{found} of {probes} found, {ordered} in order");
        ((double)ordered / found).ShouldBeGreaterThanOrEqualTo(0.98, $"{ordered} of {found}");
    }

    [Fact]
    public async Task Headings_and_pages_of_a_known_paper_are_right()
    {
        var document = await ReadAsync("tex/1706.03762.pdf");

        var sections = document.Sections.Where(s => s.Number is not null).Select(s => $"{s.Number} {s.Title}").ToList();
        sections.ShouldContain("1 Introduction");
        sections.ShouldContain("3.2.1 Scaled Dot-Product Attention");
        sections.ShouldContain("3.2.2 Multi-Head Attention");
        sections.ShouldContain("7 Conclusion");
        var heads = document.Passages.First(p =>
            p.Text.Contains("we employ h = 8 parallel attention layers", StringComparison.Ordinal)
        );
        Citation.Place(document, heads).ShouldBe("§3.2.2, p. 5");
        document.Passages.ShouldContain(p => p.Kind == PassageKind.Reference);
    }

    [Theory]
    [InlineData("tex/1706.03762.pdf", "1 Introduction", "2 Background", "3 Model Architecture", "7 Conclusion")]
    [InlineData("tex/2305.03393.pdf", "1 Introduction", "4.2 Language Syntax", "6 Conclusion")]
    [InlineData("real/N18-3011.pdf", "1 Introduction", "4.1 Approaches", "6 Conclusion and Future Work")]
    [InlineData("real/tracemonkey.pdf", "1 Introduction", "6.3 Trace Recording", "9 Conclusions", "10 Future Work")]
    public async Task Headings_that_were_checked_by_eye_are_found(string file, params string[] expected)
    {
        var document = await ReadAsync(file);

        var sections = document.Sections.Where(s => s.Number is not null).Select(s => $"{s.Number} {s.Title}").ToList();
        foreach (var heading in expected)
            sections.ShouldContain(heading, string.Join(" | ", sections));
    }

    [Theory]
    [InlineData("tex/1706.03762.pdf", "Attention Is All You Need")]
    [InlineData("tex/2305.03393.pdf", "Optimized Table Tokenization for Table Structure Recognition")]
    [InlineData("real/N18-3011.pdf", "Construction of the Literature Graph in Semantic Scholar")]
    [InlineData("cjk/vgg.pdf", "使用块的网络（VGG）")]
    public async Task Titles_that_were_checked_by_eye_are_found(string file, string title)
    {
        var layout = new PdfLayout(Options.Create(new DocumentOptions()), TimeProvider.System);
        var bytes = await File.ReadAllBytesAsync(TestData.Require(["04-pdf", .. file.Split('/')]), Token);

        (await layout.MarksAsync(bytes, Token)).Title.ShouldBe(title);
    }

    [Fact]
    public async Task What_is_no_text_ends_in_a_sentence()
    {
        var files = Directory.EnumerateFiles(TestData.Require("04-pdf"), "*.pdf", SearchOption.AllDirectories).ToList();
        files.ShouldNotBeEmpty();
        var reader = Reader();
        foreach (var file in files)
        {
            var pages = await reader.ReadAsync(await File.ReadAllBytesAsync(file, Token), Token);
            if (pages.IsOk)
                PdfReader.Read(pages.Value).Builder.Build(Id, DocumentOrigin.Upload, "", default);
        }
    }

    [Fact]
    public async Task A_missing_program_is_told()
    {
        var pages = await Reader("no-such-program-anywhere").ReadAsync("%PDF-1.4"u8.ToArray(), Token);

        pages.Error.Kind.ShouldBe(ErrorKind.UpstreamDown);
        pages.Error.Message.Key.ShouldBe("error.documents.program");
    }

    [Fact]
    public async Task A_page_of_html_is_no_PDF()
    {
        var pages = await Reader().ReadAsync("<html>captcha</html>"u8.ToArray(), Token);

        pages.Error.Message.Key.ShouldBe("error.documents.pdf");
    }

    [Fact]
    public void Running_heads_and_page_numbers_are_left_out_and_words_put_together()
    {
        string[] pages =
        [
            "Journal of Tests 1\n\nThe first page ends in the mid-\n\n1\n",
            "Journal of Tests 2\n\ndle of a word. Next.\n\n2\n",
            "Journal of Tests 3\n\nThe last ﬁle.\n\n3\n",
        ];

        var document = PdfReader.Read(pages).Builder.Build(Id, DocumentOrigin.ArxivPdf, "", default)!;

        document
            .Passages.Select(p => (p.Page, p.Text))
            .ShouldBe([(1, "The first page ends in the middle of a word."), (2, "Next."), (3, "The last file.")]);
    }

    // Headings are a part of the text too.
    private static string Whole(PaperDocument document)
    {
        var text = new System.Text.StringBuilder();
        var section = -1;
        foreach (var passage in document.Passages)
        {
            for (; section < passage.Section; section++)
                text.Append(document.Sections[section + 1].Number).Append(document.Sections[section + 1].Title);
            text.Append(passage.Text);
        }
        return text.ToString();
    }

    private static PdfText Reader(string program = "pdftotext") =>
        new(Options.Create(new DocumentOptions { PdfToTextPath = program }), TimeProvider.System);

    private static async Task<PaperDocument> ReadAsync(string file)
    {
        var bytes = await File.ReadAllBytesAsync(TestData.Require(["04-pdf", .. file.Split('/')]), Token);
        var pages = await Reader().ReadAsync(bytes, Token);
        pages.IsOk.ShouldBeTrue(file);
        var layout = new PdfLayout(Options.Create(new DocumentOptions()), TimeProvider.System);
        var marks = await layout.MarksAsync(bytes, Token);
        return PdfReader
            .Read(pages.Value, marks)
            .Builder.Build(Id, DocumentOrigin.ArxivPdf, "", default)
            .ShouldNotBeNull();
    }
}
