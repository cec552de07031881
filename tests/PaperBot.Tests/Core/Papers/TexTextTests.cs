using System.Text.Json;
using PaperBot.Core.Papers;
using PaperBot.Testing;

namespace PaperBot.Tests.Core.Papers;

public sealed class TexTextTests
{
    [Fact]
    public void Accents_and_symbols_are_decoded_as_arxiv_does()
    {
        using var vectors = JsonDocument.Parse(
            File.ReadAllText(TestData.Require("02-arxiv-ids", "tex2utf-vectors.json"))
        );
        foreach (var vector in vectors.RootElement.EnumerateArray())
        {
            var input = vector.GetProperty("args")[0].GetString()!;

            TexText.Decode(input).ShouldBe(vector.GetProperty("expected").GetString(), input);
        }
    }

    [Theory]
    [InlineData("Erwin Schr\\\"odinger", "Erwin Schrödinger")]
    [InlineData("Schr{\\\"o}dinger", "Schrödinger")]
    [InlineData("Schr\\\"{o}dinger", "Schrödinger")]
    [InlineData("Henryk Wo\\'zniakowski", "Henryk Woźniakowski")]
    [InlineData("Mart\\'{\\i}nez, Mart\\'\\i nez", "Martínez, Martínez")]
    [InlineData("Ho\\v{r}ava, \\v Cech", "Hořava, Čech")]
    [InlineData("Fran\\c{c}ois {\\o}rsted \\L{}ukasz", "François ørsted Łukasz")]
    [InlineData("Erd\\H{o}s", "Erdős")]
    [InlineData("``quoted'' Fig.~3, ~5 GeV, 5~6, http://x/~me", "“quoted” Fig. 3, ~5 GeV, 5~6, http://x/~me")]
    [InlineData("\\emph{very} \\textbf{bold} 50\\% \\& \\$5", "very bold 50% & $5")]
    [InlineData("a  b\n\tc\u0000d", "a b c d")]
    [InlineData("\\unknown{x} \\", "\\unknown{x} \\")]
    [InlineData("\\\"", "\\\"")]
    [InlineData("\\circ", "\\circ")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Text_between_formulas_becomes_plain(string? tex, string plain) => TexText.Line(tex).ShouldBe(plain);

    [Theory]
    [InlineData("an $\\alpha \\'e$ and \\'e")]
    [InlineData("$$\\emph{x}$$ \\(\\alpha\\) \\[\\\"o\\]")]
    public void Formulas_stay_as_they_are(string tex) =>
        TexText
            .Line(tex)
            .ShouldBe(
                tex.Replace(" \\'e", " é", StringComparison.Ordinal)
                    .Replace("\\alpha é", "\\alpha \\'e", StringComparison.Ordinal)
            );

    [Fact]
    public void Wrapped_lines_are_joined_and_paragraphs_stay_apart()
    {
        var first = new string('a', 100);

        TexText.Paragraphs(first + "\n  Second.").ShouldBe(first + "\n\nSecond.");
        TexText.Paragraphs("  Short\n    lines\n  wrapped ").ShouldBe("Short lines wrapped");
        TexText.Paragraphs("One.\r\n\r\nTwo.").ShouldBe("One.\n\nTwo.");
    }

    [Theory]
    [InlineData("\\")]
    [InlineData("{\\")]
    [InlineData("\\'")]
    [InlineData("\\emph{")]
    [InlineData("$")]
    [InlineData("\\(")]
    public void Long_nonsense_comes_through(string unit)
    {
        foreach (var length in (int[])[50_000, 50_001, 1_000_000])
            TexText.Line(string.Concat(Enumerable.Repeat(unit, length / unit.Length))).Length.ShouldBeGreaterThan(0);
    }
}
