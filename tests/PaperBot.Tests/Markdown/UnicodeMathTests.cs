using PaperBot.Markdown.Unicode;

namespace PaperBot.Tests.Markdown;

public sealed class UnicodeMathTests
{
    [Theory]
    [InlineData("E = mc^2", "E = mc²")]
    [InlineData(@"x_i^2 \le \frac{1}{n}", "xᵢ² ≤ 1/n")]
    [InlineData(@"\alpha\beta + \Gamma", "αβ + Γ")]
    [InlineData(@"-x + 2y-3", "−x + 2y − 3")]
    [InlineData(@"a=-1", "a = −1")]
    [InlineData(@"f\colon A \to B", "f: A → B")]
    [InlineData(@"f(x) := x^{n+1}", "f(x) ≔ xⁿ⁺¹")]
    [InlineData(@"O(n \log n)", "O(n log n)")]
    [InlineData(@"\mathcal{O}(n^2)", "𝒪(n²)")]
    [InlineData(@"x \in \mathbb{R}^{d}", "x ∈ ℝᵈ")]
    [InlineData(@"\mathbf{W}_q^\top", "𝐖_(q)ᵀ")]
    [InlineData(@"A^\top", "Aᵀ")]
    [InlineData(@"d_{\text{model}} = 512", "d_model = 512")]
    [InlineData(@"d_{model}^2", "d_(model)²")]
    [InlineData(@"h_t = \tanh(W h_{t-1} + b)", "hₜ = tanh(Whₜ₋₁ + b)")]
    [InlineData(@"\sum_{i=1}^{n} x_i", "∑ᵢ₌₁ⁿ xᵢ")]
    [InlineData(@"\int_0^1 x^2\,dx", "∫₀¹ x² dx")]
    [InlineData(@"\int_0^\infty e^{-x}\,dx = 1", "∫₀^∞ e⁻ˣ dx = 1")]
    [InlineData(@"\sqrt{2}", "√2")]
    [InlineData(@"\sqrt{x}y", "√(x)y")]
    [InlineData(@"\sqrt{x+1}", "√(x + 1)")]
    [InlineData(@"\sqrt[3]{8}", "∛8")]
    [InlineData(@"\sqrt[n]{x}", "ⁿ√x")]
    [InlineData(@"\frac{a+b}{2c}", "(a + b)/(2c)")]
    [InlineData(@"\frac12 x", "(1/2)x")]
    [InlineData(@"2\frac{a}{b}", "2(a/b)")]
    [InlineData(@"\frac{a}{b}^2", "(a/b)²")]
    [InlineData(@"\frac{1}{2} + x", "1/2 + x")]
    [InlineData(@"\sqrt{x}^2", "(√x)²")]
    [InlineData(@"e^{-\beta E/2}", "e^(−βE/2)")]
    [InlineData(@"p(x \mid y)", "p(x | y)")]
    [InlineData(@"p(x|y)", "p(x|y)")]
    [InlineData(@"|x-1| < \epsilon", "|x − 1| < ε")]
    [InlineData(@"\left\| w \right\|_2^2", "‖w‖₂²")]
    [InlineData(@"\left( \frac{1}{2} \right)", "(1/2)")]
    [InlineData(@"\{1, 2, \ldots, n\}", "{1, 2, …, n}")]
    [InlineData(@"\hat{y} = \bar x", "ŷ = x̄")]
    [InlineData(@"f'(x)", "f′(x)")]
    [InlineData(@"\sin^2 x", "sin² x")]
    [InlineData(@"2\pi r", "2πr")]
    [InlineData(@"n!", "n!")]
    [InlineData(@"95\%", "95%")]
    [InlineData(@"T = 20^\circ \text{C}", "T = 20° C")]
    [InlineData(@"x_{12}", "x₁₂")]
    [InlineData(@"\operatorname*{argmax}_\theta p", "argmax_θ p")]
    [InlineData(@"\mathrm{softmax}(z)", "softmax(z)")]
    [InlineData(@"\text{若 } x > 0", "若 x > 0")]
    [InlineData(@"10^{-3}", "10⁻³")]
    [InlineData(@"\sim 10", "∼ 10")]
    [InlineData(@"a \cdot b", "a·b")]
    [InlineData(@"\nabla f", "∇f")]
    [InlineData(@"{\rm d}x", "dx")]
    public void Says_a_simple_formula_in_a_line(string latex, string expected)
    {
        Assert.True(UnicodeMath.TryWrite(latex, out var text));

        Assert.Equal(expected, text.Normalize());
    }

    [Theory]
    [InlineData(@"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}")]
    [InlineData(@"\frac{1}{1+\frac{1}{x}}")]
    [InlineData(@"a \\ b")]
    [InlineData(@"\overset{a}{b}")]
    [InlineData(@"\unknown")]
    [InlineData(@"\hat{xyz}")]
    [InlineData(@"x^{y^{\alpha q}}")]
    [InlineData(@"{x")]
    [InlineData(@"x}")]
    [InlineData(@"\frac{1}")]
    [InlineData(@"x^")]
    [InlineData(@"x^a^b")]
    [InlineData(@"\sqrt[")]
    [InlineData(@"\")]
    [InlineData(@"\text{a $x$ b}")]
    [InlineData("   ")]
    [InlineData("")]
    public void Leaves_what_a_line_cannot_say(string latex)
    {
        Assert.False(UnicodeMath.TryWrite(latex, out var text));

        Assert.Empty(text);
    }

    [Fact]
    public void Reads_up_to_its_limit()
    {
        Assert.True(UnicodeMath.TryWrite(new string('x', UnicodeMath.MaxSource), out _));
        Assert.False(UnicodeMath.TryWrite(new string('x', UnicodeMath.MaxSource + 1), out _));
    }

    [Fact]
    public void Nesting_ends_somewhere()
    {
        Assert.True(UnicodeMath.TryWrite(new string('{', 10) + "x" + new string('}', 10), out var text));
        Assert.Equal("x", text);
        Assert.False(UnicodeMath.TryWrite(new string('{', 190) + "x" + new string('}', 190), out _));
    }

    [Fact]
    public void Never_throws_on_pieces_of_formulas()
    {
        string[] pieces =
        [
            "x",
            "{",
            "}",
            "^",
            "_",
            @"\frac",
            @"\sqrt",
            "[",
            "]",
            @"\left",
            @"\right",
            ".",
            "|",
            @"\hat",
            "2",
            "-",
            "=",
            @"\text{a}",
            @"\mathbb",
            " ",
            ",",
            @"\sum",
            @"\cdot",
            "'",
            @"\",
            "\ud835",
            "字",
            @"\|",
            @"\operatorname",
            "*",
        ];
        var random = new Random(20261125);
        for (var i = 0; i < 20_000; i++)
        {
            var latex = string.Concat(
                Enumerable.Range(0, random.Next(1, 12)).Select(_ => pieces[random.Next(pieces.Length)])
            );

            if (UnicodeMath.TryWrite(latex, out var text))
                Assert.NotEmpty(text);
        }
    }
}
