using PaperBot.Markdown;
using PaperBot.Markdown.Discord;
using PaperBot.Markdown.Plain;

namespace PaperBot.Tests.Markdown;

public sealed class ChatDialectTests
{
    [Theory]
    [InlineData("**bold** and *italic* and ~~gone~~", "bold and italic and gone")]
    [InlineData("# Head\n\ntext", "Head\n\ntext")]
    [InlineData("- a\n- b\n  - c", "• a\n• b\n  • c")]
    [InlineData("3. a\n4. b", "3. a\n4. b")]
    [InlineData("> said", "│ said")]
    [InlineData("[words](https://a.example/x), more", "words https://a.example/x , more")]
    [InlineData("[words](javascript:alert)", "words")]
    [InlineData("<https://a.example/x>", "https://a.example/x")]
    [InlineData("`code` and $x^2$", "code and x²")]
    [InlineData("| a | b |\n|---|---|\n| 1 | 2 |", "a｜b\n1｜2")]
    [InlineData("```py\nprint(1)\n```", "print(1)")]
    [InlineData("1 \\* 2 &amp; 3", "1 * 2 & 3")]
    [InlineData("at <time:1772438400>", "at 2 Mar 2026, 08:00 UTC")]
    [InlineData("at <time:1772438400@Asia/Shanghai>", "at 2 Mar 2026, 16:00 UTC+8")]
    [InlineData("at <time:1772438400@../../etc/passwd>", "at time:1772438400@../../etc/passwd")]
    public void Plain_chats_get_text_without_marks(string markdown, string expected) =>
        new ChatTextDialect().Render(ParsedMarkdown.Parse(markdown), Reader.Default).ShouldBe(expected);

    [Theory]
    [InlineData("**bold** and *italic* and ~~gone~~", "**bold** and *italic* and ~~gone~~")]
    [InlineData("# Head\n\ntext", "### Head\n\ntext")]
    [InlineData("- a\n- b\n  - c", "- a\n- b\n  - c")]
    [InlineData("[words](https://a.example/x_(y))", "[words](<https://a.example/x_%28y%29>)")]
    [InlineData("<https://a.example/x>", "<https://a.example/x>")]
    [InlineData("a\\_b\\_c", "a\\_b\\_c")]
    [InlineData("$x^2$ and $\\frac{a}{\\frac{b}{c}}$", "x² and `\\frac{a}{\\frac{b}{c}}`")]
    [InlineData("| a | b\\_c |\n|---|---|\n| 11 | 2 |", "```\na   b_c\n11  2\n```")]
    [InlineData("```py\nprint(1)\n```", "```py\nprint(1)\n```")]
    [InlineData("<time:1772438400>", "<t:1772438400:f>")]
    [InlineData("<time:1772438400@Asia/Shanghai>", "<t:1772438400:f>")]
    public void Discord_gets_its_own_marks(string markdown, string expected) =>
        new DiscordDialect().Render(ParsedMarkdown.Parse(markdown), Reader.Default).ShouldBe(expected);

    [Theory]
    [InlineData("@everyone")]
    [InlineData("<@80351110224678912>")]
    [InlineData("<#41771983423143937>")]
    [InlineData("||spoiler||")]
    [InlineData("__under__")]
    [InlineData("[masked](https://evil.example)")]
    [InlineData("https://evil.example")]
    [InlineData("# shout")]
    [InlineData("- item")]
    [InlineData("``` fence")]
    public void Nothing_in_a_title_is_a_mark_of_discords(string text)
    {
        var shown = DiscordDialect.RenderPlain(text);

        shown.ShouldContain('\\');
        shown.Replace("\\", "", StringComparison.Ordinal).ShouldBe(text);
        foreach (var mark in (string[])["<@", "<#", "||", "__", "](", "https:", "```"])
            shown.ShouldNotContain(mark);
    }
}
