using PaperBot.Markdown.Splitting;

namespace PaperBot.Tests.Markdown;

public sealed class MarkdownSplitterTests
{
    private static readonly string Filler = string.Join(' ', Enumerable.Repeat("word", 12));

    [Fact]
    public void A_short_text_is_one_part_and_white_space_is_none()
    {
        Split("short", 64).ShouldBe(["short"]);
        Split(" \n\n ", 64).ShouldBeEmpty();
        Split(new string('\n', 500), 64).ShouldBeEmpty();
    }

    [Fact]
    public void An_empty_line_goes_before_a_line_before_a_sentence_before_a_space()
    {
        Split($"{Filler}\n\nnext one\nlast {Filler}", 80).ShouldBe([Filler, $"next one\nlast {Filler}"]);
        Split($"{Filler}\nnext one. last {Filler}", 80).ShouldBe([Filler, $"next one. last {Filler}"]);
        Split($"{Filler}. next one last {Filler}", 80).ShouldBe([$"{Filler}.", $"next one last {Filler}"]);
    }

    [Fact]
    public void Chinese_ends_at_a_sentence_and_not_before_a_closing_mark()
    {
        var first = "他说：“这是第一句话，后面还有很长的一段，一直写到这里才算结束。”";

        Split(first + new string('字', 60), 64).ShouldBe([first, new string('字', 60)]);
    }

    [Fact]
    public void A_fence_is_closed_and_opened_again_with_its_language()
    {
        var code = string.Join('\n', Enumerable.Range(10, 12).Select(i => $"x = {i}"));

        var parts = Split($"Before:\n```python\n{code}\n```\nAfter {Filler}", 64);

        parts.Count.ShouldBeGreaterThan(2);
        parts.ShouldAllBe(part => part.Split("```").Length % 2 == 1);
        parts[1].ShouldStartWith("```python\nx = ");
        string.Concat(parts).Split("x = ").Length.ShouldBe(13);
    }

    [Fact]
    public void A_fence_in_a_quotation_keeps_the_quotation()
    {
        var code = string.Concat(Enumerable.Range(10, 12).Select(i => $"> x = {i}\n"));

        var parts = Split($"> ```\n{code}> ```\n", 64);

        parts.ShouldAllBe(part => part.StartsWith("> ```\n> x") && part.EndsWith("\n> ```"));
    }

    [Fact]
    public void A_table_repeats_its_head()
    {
        const string Head = "| name | value |\n| --- | --- |";
        var rows = string.Join('\n', Enumerable.Range(10, 9).Select(i => $"| row | {i} |"));

        var parts = Split($"{Head}\n{rows}\n\nAfter {Filler}", 64);

        parts.Where(part => !part.Contains("word")).ShouldAllBe(part => part.StartsWith(Head + "\n| row | "));
        string.Concat(parts).Split("| row |").Length.ShouldBe(10);
        parts.ShouldContain(part => part.Contains("After word"));
    }

    [Theory]
    [InlineData("$a + b + c + d + e + f + g$")]
    [InlineData("\\(a + b + c + d + e + f + g\\)")]
    [InlineData("$$\na + b + c\n+ d + e + f\n$$")]
    [InlineData("[some words here](https://example.org/a)")]
    [InlineData("[words](<https://example.org/a b c d>)")]
    [InlineData("![some words here](https://example.org/a)")]
    [InlineData("`code with some more spaces`")]
    [InlineData("<https://example.org/abcdefghi>")]
    [InlineData("https://example.org/abc,defghi")]
    public void Nothing_that_belongs_together_is_cut(string whole)
    {
        for (var before = 1; before < 64; before++)
        {
            var parts = Split($"{new string('a', before)} {whole} {Filler}", 64);

            parts.Count(part => part.Contains(whole, StringComparison.Ordinal)).ShouldBe(1);
        }
    }

    [Fact]
    public void Emphasis_is_rather_not_cut() =>
        Split($"some words before **{string.Join(' ', Enumerable.Repeat("bold", 9))}** after", 64)
            .ShouldBe(["some words before", "**bold bold bold bold bold bold bold bold bold** after"]);

    [Fact]
    public void A_quotation_goes_on_in_the_next_part() =>
        Split($"> {Filler} {Filler}", 80).ShouldAllBe(part => part.StartsWith("> word"));

    [Fact]
    public void A_heading_keeps_its_mark_and_a_list_its_number() =>
        Split($"{Filler}\n## {new string('x', 70)}\n1. {new string('y', 60)}", 80)
            .ShouldBe([Filler, $"## {new string('x', 70)}", $"1. {new string('y', 60)}"]);

    [Fact]
    public void What_is_longer_than_a_part_is_cut_between_characters()
    {
        var family = "👩‍👩‍👧‍👦";
        var parts = Split(string.Concat(Enumerable.Repeat(family, 40)), 64, TextUnit.Utf8Bytes);

        parts.ShouldAllBe(part => part.Replace(family, "", StringComparison.Ordinal).Length == 0);
        string.Concat(parts).ShouldBe(string.Concat(Enumerable.Repeat(family, 40)));
        var marks = "a" + new string('\u0301', 500);
        string.Concat(Split(marks, 64)).ShouldBe(marks);
        string.Concat(Split($"${new string('x', 200)}$", 64)).ShouldBe($"${new string('x', 200)}$");
    }

    [Theory]
    [InlineData("[")]
    [InlineData("`")]
    [InlineData("` `` ")]
    [InlineData("> ")]
    [InlineData("$a \\(")]
    [InlineData("**")]
    [InlineData("| - |\n")]
    [InlineData("```\n")]
    [InlineData("- ")]
    public void Hostile_text_is_split_like_any_other(string repeated)
    {
        var text = string.Concat(Enumerable.Repeat(repeated, 20_000 / repeated.Length)) + "end";

        string.Concat(Split(text, 2_000)).ShouldEndWith("end");
    }

    [Fact]
    public void Each_unit_counts_what_its_platform_counts()
    {
        TextUnit.Characters.Measure("a字👩").ShouldBe(3);
        TextUnit.Utf16.Measure("a字👩").ShouldBe(4);
        TextUnit.Utf8Bytes.Measure("a字👩").ShouldBe(8);
    }

    private static IReadOnlyList<string> Split(string markdown, int limit, TextUnit? unit = null)
    {
        unit ??= TextUnit.Utf16;
        var parts = MarkdownSplitter.Split(markdown, limit, unit);
        parts.ShouldAllBe(part => part.Trim().Length > 0 && unit.Measure(part) <= limit);
        return parts;
    }
}
