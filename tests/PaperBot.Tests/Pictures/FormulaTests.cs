using System.Diagnostics;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Pictures;

namespace PaperBot.Tests.Pictures;

public sealed class FormulaTests
{
    private static readonly byte[] PngSignature = [0x89, (byte)'P', (byte)'N', (byte)'G'];

    [Theory]
    [InlineData(@"\frac{-b \pm \sqrt{b^2-4ac}}{2a}")]
    [InlineData(@"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}")]
    [InlineData(@"\text{能量守恒：} E = mc^2")]
    [InlineData(@"\ce{CO2 + H2O -> H2CO3}")]
    public async Task A_formula_becomes_a_picture(string tex)
    {
        await using var formulas = Engines.Formulas();

        var picture = await formulas.RenderAsync(tex, true, PictureTheme.Light, TestContext.Current.CancellationToken);

        picture.Value.Png.Span[..4].ToArray().ShouldBe(PngSignature);
        picture.Value.Width.ShouldBeInRange(50, 4_000);
        picture.Value.Height.ShouldBeInRange(40, 4_000);
    }

    [Theory]
    [InlineData(@"\fra{a}{b}", @"\fra")]
    [InlineData(@"{x", "brace")]
    [InlineData(@"\href{javascript:alert(1)}{x}", @"\href")]
    [InlineData(@"\require{html}", @"\require")]
    [InlineData(@"\def\a{\a\a}\a", "macro")]
    public async Task What_TeX_refuses_comes_back_as_its_excerpt(string tex, string excerpt)
    {
        await using var formulas = Engines.Formulas();

        var picture = await formulas.RenderAsync(tex, true, PictureTheme.Light, TestContext.Current.CancellationToken);

        picture.Error.Kind.ShouldBe(ErrorKind.UserInput);
        picture.Error.Message.Values["excerpt"].ShouldBeOfType<string>().ShouldContain(excerpt);
    }

    [Fact]
    public async Task Nobody_sees_another_persons_macros()
    {
        await using var formulas = Engines.Formulas();
        var cancellation = TestContext.Current.CancellationToken;

        (await formulas.RenderAsync(@"\def\mine{5}\mine", true, PictureTheme.Light, cancellation)).IsOk.ShouldBeTrue();
        (await formulas.RenderAsync(@"\mine", true, PictureTheme.Light, cancellation)).IsOk.ShouldBeFalse();
    }

    [Fact]
    public async Task A_killed_engine_comes_back_with_the_next_call()
    {
        await using var formulas = Engines.Formulas();
        var cancellation = TestContext.Current.CancellationToken;
        (await formulas.RenderAsync("x", true, PictureTheme.Light, cancellation)).IsOk.ShouldBeTrue();
        using (var node = Process.GetProcessById(formulas.ProcessId.ShouldNotBeNull()))
        {
            node.Kill(entireProcessTree: true);
            await node.WaitForExitAsync(cancellation);
        }

        (await formulas.RenderAsync("y", true, PictureTheme.Dark, cancellation)).IsOk.ShouldBeTrue();
    }

    [Fact]
    public async Task Without_its_program_formulas_are_said_to_be_off()
    {
        await using var formulas = Engines.Formulas(options => options.NodePath = "no-such-program");

        var picture = await formulas.RenderAsync("x", true, PictureTheme.Light, TestContext.Current.CancellationToken);

        picture.Error.Kind.ShouldBe(ErrorKind.UpstreamDown);
        picture.Error.Message.Key.ShouldBe("error.pictures.formula.missing");
    }

    [Theory]
    [InlineData(4_000, true)]
    [InlineData(4_001, false)]
    public async Task The_source_has_a_longest_length(int length, bool taken)
    {
        await using var formulas = Engines.Formulas();

        var tex = string.Concat(Enumerable.Repeat("x", length - 1)) + "y";
        var picture = await formulas.RenderAsync(tex, true, PictureTheme.Light, TestContext.Current.CancellationToken);

        (picture.IsOk || picture.Error.Message.Key != "error.pictures.formula.long").ShouldBe(taken);
    }

    [Fact]
    public async Task A_cancelled_call_does_not_hand_its_answer_to_the_next()
    {
        await using var formulas = Engines.Formulas();
        using var gone = new CancellationTokenSource();
        var heavy = string.Concat(Enumerable.Repeat(@"\frac{a}{b}+", 300)) + "c";
        var first = formulas.RenderAsync(heavy, true, PictureTheme.Light, gone.Token);
        await gone.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(first);

        var next = await formulas.RenderAsync("z", true, PictureTheme.Light, TestContext.Current.CancellationToken);

        next.Value.Width.ShouldBeLessThan(200);
    }
}
