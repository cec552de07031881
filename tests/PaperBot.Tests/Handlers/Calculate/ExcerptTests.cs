using PaperBot.Handlers.Calculate;

namespace PaperBot.Tests.Handlers.Calculate;

public sealed class ExcerptTests
{
    [Theory]
    [InlineData("2^^3", 2, 1, "2^^3\n  ^")]
    [InlineData("sni(2)", 0, 3, "sni(2)\n^^^")]
    [InlineData("1+", 2, 1, "1+\n  ^")]
    [InlineData("1 +\n2 ? 3\n4", 6, 9, "2 ? 3\n  ^^^")]
    [InlineData("数）+", 2, 1, "数）+\n\u3000\u3000^")]
    [InlineData("😀+", 2, 1, "😀+\n\u3000^")]
    [InlineData("", 7, 1, "\n^")]
    public void The_caret_stands_under_the_place(string input, int position, int length, string expected) =>
        Excerpt.Of(input, position, length).ShouldBe($"```\n{expected}\n```");

    [Fact]
    public void A_long_line_is_cut_around_the_place()
    {
        var input = new string('a', 100) + "?" + new string('b', 100);

        var lines = Excerpt.Of(input, 100, 1).Split('\n');

        lines[1].ShouldBe("…" + new string('a', 40) + "?" + new string('b', 29) + "…");
        lines[2].IndexOf('^', StringComparison.Ordinal).ShouldBe(lines[1].IndexOf('?', StringComparison.Ordinal));
    }

    [Fact]
    public void A_fence_in_the_input_ends_nothing() => Excerpt.Of("```", 0, 1).ShouldBe("````\n```\n^\n````");
}
