using PaperBot.Handlers.Papers;
using PaperBot.Testing.Papers;

namespace PaperBot.Tests.Handlers.Papers;

public sealed class WordFilterTests
{
    [Theory]
    [InlineData("transformer", "Vision Transformers for all", "Vision **Transformers** for all")]
    [InlineData("former", "Vision Transformers", "Vision Transformers")]
    [InlineData("schrodinger", "On Schrödinger's cat", "On **Schrödinger**'s cat")]
    [InlineData("注意", "关于注意力", "关于**注意**力")]
    [InlineData("graph neural", "Deep Graph Neural Networks", "Deep **Graph Neural** Networks")]
    [InlineData("x", "Set $x_1$ and x_1", "Set $x_1$ and **x**\\_1")]
    [InlineData("c++", "C++, fast", "**C++**, fast")]
    [InlineData("b", "<b>*b*", "\\<**b**\\>\\***b**\\*")]
    [InlineData("rious", "$q$-rious", "$q$-**rious**")]
    [InlineData("in", "ınteger İn In", "ınteger **İn** **In**")]
    public void Matches_are_bold_and_the_rest_is_escaped(string word, string text, string expected) =>
        new WordFilter([word]).Mark(text).ShouldBe(expected);

    [Fact]
    public void The_excerpt_shows_the_match_in_its_surroundings()
    {
        var paper = SomePapers.Of("2001.00001", "Title", "Yoshua Author") with
        {
            Abstract = "One two three four five six seven eight nine $a + b$ diffusion ten eleven twelve.",
        };

        new WordFilter(["diffusion"])
            .Excerpt(paper)
            .ShouldBe("… four five six seven eight nine $a + b$ **diffusion** ten eleven twelve.");
        new WordFilter(["yoshua"]).Excerpt(paper).ShouldBe("**Yoshua** Author");
        new WordFilter(["absent"]).Excerpt(paper).ShouldBeNull();
    }

    [Fact]
    public void Nothing_to_look_for_matches_nothing()
    {
        var filter = new WordFilter([" ", ""]);

        filter.IsEmpty.ShouldBeTrue();
        filter.Matches(SomePapers.Attention).ShouldBeFalse();
    }
}
