using PaperBot.Core.Texts;

namespace PaperBot.Tests.Core.Texts;

public sealed class MathSpanTests
{
    [Theory]
    [InlineData("a $x_1$ b", "$x_1$")]
    [InlineData("设$x$为", "$x$")]
    [InlineData("the $n$th", "$n$")]
    [InlineData(@"a \(x|y\) b", @"\(x|y\)")]
    [InlineData("$$\na\n= b\n$$", "$$\na\n= b\n$$")]
    [InlineData("\\[\nx\n\ny\n\\]", "\\[\nx\n\ny\n\\]")]
    [InlineData(@"$\$5$", @"$\$5$")]
    [InlineData(@"\[ a \\[4pt] b \]", @"\[ a \\[4pt] b \]")]
    [InlineData("over $a\nb$ lines", "$a\nb$")]
    [InlineData("$5 is not, $x$ is", "$x$")]
    public void Formulas_are_found(string text, string formula)
    {
        var (start, length) = MathSpan.Next(text, 0);

        start.ShouldBeGreaterThanOrEqualTo(0);
        text.Substring(start, length).ShouldBe(formula);
    }

    [Theory]
    [InlineData("$5 and $10")]
    [InlineData("US$5, HK$6 or S$7")]
    [InlineData("from $5-$10")]
    [InlineData(@"\$x\$")]
    [InlineData("$ x $")]
    [InlineData("$a\n\nb$")]
    [InlineData("$$a\n\nb$$")]
    [InlineData("| $a |\n| b$ |")]
    [InlineData("- $a\n- b$")]
    [InlineData("$$ $$")]
    [InlineData(@"\\(x\\)")]
    [InlineData("$a\n```\nb$")]
    [InlineData("$5 and `$code` more")]
    [InlineData("$")]
    [InlineData("")]
    public void Money_and_halves_are_no_formulas(string text) => MathSpan.Next(text, 0).ShouldBe((-1, 0));

    [Theory]
    [InlineData("$x$", "x", false)]
    [InlineData("$$ x $$", "x", true)]
    [InlineData(@"\(x\)", "x", false)]
    [InlineData(@"\[x\]", "x", true)]
    public void Opened_formulas_have_lost_their_delimiters(string formula, string tex, bool display) =>
        MathSpan.Open(formula).ShouldBe((tex, display));

    [Fact]
    public void Openings_without_an_end_do_not_take_long()
    {
        var text = string.Concat(Enumerable.Repeat(@"\(a \[b $c ", 20_000));

        MathSpan.Next(text, 0).ShouldBe((-1, 0));
    }

    [Fact]
    public void Escaped_text_holds_the_formulas_of_the_text_and_no_others()
    {
        const string Text = "[1] shows $x_1$ for \\[y\\] (see [2]) at $5";

        var escaped = MarkdownText.Escape(Text);

        escaped.ShouldBe("&#91;1\\] shows $x_1$ for \\[y\\] (see &#91;2\\]) at \\$5");
    }
}
