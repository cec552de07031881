using PaperBot.Core.Outcomes;
using PaperBot.Core.Pictures;
using PaperBot.Handlers.Calculate;
using PaperBot.Testing.Pictures;

namespace PaperBot.Tests.Handlers.Calculate;

public sealed class LatexTests : IAsyncDisposable
{
    private readonly CalculateRig _rig = new();

    [Theory]
    [InlineData("x^2", "x^2", true)]
    [InlineData(" $x^2$ ", "x^2", false)]
    [InlineData("$$ x^2 $$", "x^2", true)]
    [InlineData(@"\(x\)", "x", false)]
    [InlineData("\\[\nx\n\\]", "x", true)]
    [InlineData("$a$ and $b$", "$a$ and $b$", true)]
    [InlineData(@"$5\$", @"$5\$", true)]
    [InlineData("$", "$", true)]
    [InlineData("$$", "", false)]
    [InlineData("$$$$", "", true)]
    public void The_signs_around_a_formula_are_taken_off(string typed, string tex, bool display) =>
        LatexSource.Of(typed).ShouldBe(new LatexSource(tex, display));

    [Theory]
    [InlineData(@"/latex \frac{a}{b}", PictureTheme.Light)]
    [InlineData(@"/latex theme:dark $$\frac{a}{b}$$", PictureTheme.Dark)]
    [InlineData(@"/公式 主题:透明 \frac{a}{b}", PictureTheme.Transparent)]
    public async Task A_formula_is_a_picture_with_its_source_as_text(string typed, PictureTheme expected)
    {
        PictureTheme? theme = null;
        _rig.Pictures.Formula = (_, _, asked) =>
        {
            theme = asked;
            return FakePictures.Drawn;
        };

        var picture = (await _rig.CardAsync(typed)).Attachments.ShouldHaveSingleItem();

        theme.ShouldBe(expected);
        (picture.Name, picture.MediaType, picture.AltText).ShouldBe(("formula.png", "image/png", @"\frac{a}{b}"));
    }

    [Fact]
    public async Task What_the_engine_objects_to_is_told()
    {
        _rig.Pictures.Formula = (_, _, _) =>
            Errors.UserInput("pictures.formula.tex", ("excerpt", "Undefined control sequence \\foo"));

        var response = await _rig.AskAsync(@"/latex \foo");

        response.Error!.Kind.ShouldBe(ErrorKind.UserInput);
        response.Reply!.Cards[0].Markdown.ShouldContain("Undefined control sequence");
    }

    [Theory]
    [InlineData(@"/latex $\frac{a}{b}$", "$$\n\\frac{a}{b}\n$$\n\nFormula pictures are switched off")]
    [InlineData(@"/公式 lang:zh \frac{a}{b}", "$$\n\\frac{a}{b}\n$$\n\n本服务器未启用公式图片")]
    [InlineData("/latex a\n\nb", "$$\na\nb\n$$\n\n")]
    [InlineData("/latex $a$ $b$", "`$a$ $b$`\n\n")]
    public async Task Without_an_engine_the_formula_comes_as_text(string typed, string expected) =>
        (await _rig.TextAsync(typed)).ShouldStartWith(expected);

    public ValueTask DisposeAsync() => _rig.DisposeAsync();
}
