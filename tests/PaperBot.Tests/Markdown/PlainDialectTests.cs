using PaperBot.Markdown;
using PaperBot.Markdown.Plain;

namespace PaperBot.Tests.Markdown;

public sealed class PlainDialectTests
{
    [Theory]
    [InlineData("**a** $x$ [l](https://x.org)", "**a** $x$ [l](https://x.org)")]
    [InlineData("at <time:0> and <time:60>.", "at 1 Jan 1970, 00:00 UTC and 1 Jan 1970, 00:01 UTC.")]
    [InlineData("`<time:0>` <time:x> <time:", "`<time:0>` <time:x> <time:")]
    [InlineData("so [&#91;§3.2&#93;](<https://x.org>) `&#91;`", "so [[§3.2]](<https://x.org>) `&#91;`")]
    [InlineData(@"1\. a\_b \*c\* \$5 `\*` $\{x\}$ \\\alpha \", @"1. a_b *c* $5 `\*` $\{x\}$ \\alpha \")]
    public void Text_stays_as_it_is_but_for_moments_and_marks(string markdown, string plain) =>
        new PlainDialect().Render(ParsedMarkdown.Parse(markdown), Reader.Default).ShouldBe(plain);

    [Fact]
    public void For_another_program_it_stays_Markdown() =>
        PlainDialect
            .Word(@"1\. &#91;a&#93; <time:0>", Reader.Default)
            .ShouldBe(@"1\. &#91;a&#93; 1 Jan 1970, 00:00 UTC");
}
