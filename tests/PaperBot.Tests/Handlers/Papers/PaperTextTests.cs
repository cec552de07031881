using System.IO.Compression;
using System.Text.Json;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Papers;
using PaperBot.Testing;

namespace PaperBot.Tests.Handlers.Papers;

public sealed class PaperTextTests
{
    [Theory]
    [InlineData("Desorption of H$_2$ on Si(100)", "Desorption of H\\(_2\\) on Si(100)")]
    [InlineData("Modes of C$_{60}$ at 3$\\sigma$", "Modes of C\\(_{60}\\) at 3\\(\\sigma\\)")]
    [InlineData("The $p$-adic $^4$He", "The $p$-adic $^4$He")]
    [InlineData("$x$ and $y$", "$x$ and $y$")]
    [InlineData("Costs $5 and $10", "Costs $5 and $10")]
    [InlineData("US$5 and US$6", "US$5 and US$6")]
    [InlineData("a \\$5 b$_1$", "a \\$5 b\\(_1\\)")]
    [InlineData("$ spaced_x $ out", "\\(spaced_x\\) out")]
    [InlineData("one $ sign", "one $ sign")]
    [InlineData("by {\\em ab initio} \\emph{means} of $\\text{x}$", "by ab initio means of $\\text{x}$")]
    [InlineData("a {\\emerald} \\textit{b", "a {\\emerald} \\textit{b")]
    public void Formulas_are_what_renderers_take_for_formulas(string text, string expected) =>
        PaperText.Of(text).ShouldBe(expected);

    [Fact]
    public void Nearly_every_dollar_in_real_titles_is_understood()
    {
        var path = TestData.Require("03-corpora", "arxiv-metadata-1991-2019.jsonl.gz");
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var (titles, left) = (0, 0);
        while (reader.ReadLine() is { } line)
        {
            using var record = JsonDocument.Parse(line);
            var title = record.RootElement.GetProperty("title").GetString()!;
            if (!title.Contains('$', StringComparison.Ordinal))
                continue;
            titles++;
            left += MarkdownText.Escape(PaperText.Of(title)).Contains("\\$", StringComparison.Ordinal) ? 1 : 0;
        }

        titles.ShouldBeGreaterThan(300);
        left.ShouldBeLessThan(titles / 50);
    }
}
