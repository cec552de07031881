using PaperBot.Calculator.Latex;
using PaperBot.Calculator.Syntax;

namespace PaperBot.Tests.Calculator;

public sealed class LatexTests
{
    [Theory]
    [InlineData("\\frac{1}{2}+\\sqrt[3]{8}", "1/2 + root(8, 3)")]
    [InlineData("\\int_0^1 x^2\\,dx", "integrate(x^2, x, 0, 1)")]
    [InlineData("\\int_{-\\infty}^{\\infty} e^{-x^2} \\mathrm{d}x", "integrate(e^-x^2, x, -inf, inf)")]
    [InlineData("\\int_1^2 \\frac{dx}{x}", "integrate(1/x, x, 1, 2)")]
    [InlineData("\\int_0^1\\int_0^x x y \\,dy\\,dx", "integrate(integrate(x*y, y, 0, x), x, 0, 1)")]
    [InlineData("\\sum_{k=1}^{n} k^2 + 1", "sum(k^2, k, 1, n) + 1")]
    [InlineData("\\prod_{k=1}^{5} k", "product(k, k, 1, 5)")]
    [InlineData("\\begin{pmatrix}1 & 2 \\\\ 3 & 4\\end{pmatrix}", "[1, 2; 3, 4]")]
    [InlineData("\\begin{vmatrix} a & b \\\\ c & d \\end{vmatrix}", "det([a, b; c, d])")]
    [InlineData("\\sin^2 x + \\cos^{2}\\left(x\\right)", "sin(x)^2 + cos(x)^2")]
    [InlineData("\\sin^{-1} x", "asin(x)")]
    [InlineData("\\left( \\frac{a}{b} \\right)^2", "(a/b)^2")]
    [InlineData("\\left| x - 1 \\right|", "abs(x - 1)")]
    [InlineData("\\alpha + \\beta_1", "alpha + beta_1")]
    [InlineData("\\lim_{x \\to 0} \\frac{\\sin x}{x}", "limit(sin(x)/x, x, 0)")]
    [InlineData("\\lim_{x \\to 0^+} \\ln x", "limit(ln(x), x, 0, 1)")]
    [InlineData("\\frac{d}{dx} x^2", "diff(x^2, x)")]
    [InlineData("2 \\cdot 3 \\times x", "2*3*x")]
    [InlineData("xyz", "x*y*z")]
    [InlineData("x_{max}^{2}", "x_max^2")]
    [InlineData("\\binom{n}{k}", "binomial(n, k)")]
    [InlineData("\\log_{2} 8", "log2(8)")]
    [InlineData("a \\le b", "a <= b")]
    [InlineData("90^\\circ", "90*deg")]
    [InlineData("A^T", "A'")]
    [InlineData("\\operatorname{erf}(x)", "erf(x)")]
    [InlineData("\\lfloor x \\rfloor", "floor(x)")]
    [InlineData("\\sqrt{2}x", "sqrt(2)*x")]
    [InlineData("$\\pi r^{2}$", "pi*r^2")]
    public void Latex_is_read_as(string latex, string expected)
    {
        // A lone name such as xyz is no LaTeX; an empty group makes it one.
        var input = LatexReader.IsLatex(latex) ? latex : latex + "^{}".Replace("^{}", "\\,", StringComparison.Ordinal);

        Printer.Exactly(Calc.Parse(LatexReader.IsLatex(input) ? input : "\\displaystyle " + latex)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("1/2", "\\frac{1}{2}")]
    [InlineData("sqrt(x+1)", "\\sqrt{x + 1}")]
    [InlineData("(a+b)/c^2", "\\frac{a + b}{c^{2}}")]
    [InlineData("(a+b)^2", "\\left(a + b\\right)^{2}")]
    [InlineData("2*3", "2 \\cdot 3")]
    [InlineData("2x", "2 x")]
    [InlineData("alpha_1", "\\alpha_{1}")]
    [InlineData("sin(x)", "\\sin\\left(x\\right)")]
    [InlineData("|x|", "\\left|x\\right|")]
    [InlineData("integrate(x^2, x, 0, 1)", "\\int_{0}^{1}x^{2}\\,\\mathrm{d}x")]
    [InlineData("sum(k, k, 1, n)", "\\sum_{k=1}^{n} k")]
    [InlineData("[1,2;3,4]", "\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}")]
    [InlineData("a - (b - c)", "a - \\left(b - c\\right)")]
    [InlineData("-(a+b)", "-\\left(a + b\\right)")]
    [InlineData("x <= inf", "x \\leq \\infty")]
    [InlineData("f(x) = x^2", "\\operatorname{f}\\left(x\\right) = x^{2}")]
    public void Trees_are_written_as(string input, string expected) =>
        LatexPrinter.Print(Calc.Parse(input)).ShouldBe(expected);

    [Fact]
    public void What_is_written_is_read_again()
    {
        foreach (
            var input in (string[])
                [
                    "1/(2x)",
                    "sqrt(x^2+1)-x",
                    "integrate(x^2, x, 0, 1)",
                    "[a, b; c, d]",
                    "2^(x+1)",
                    "sin(x)^2",
                    "abs(x-1)/3",
                ]
        )
        {
            var tree = Calc.Parse(input);
            var again = Calc.Parse("\\displaystyle " + LatexPrinter.Print(tree));

            Printer.Exactly(again).ShouldBe(Printer.Exactly(tree));
        }
    }
}
