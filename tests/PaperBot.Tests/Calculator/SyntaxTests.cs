using PaperBot.Calculator.Syntax;

namespace PaperBot.Tests.Calculator;

public sealed class SyntaxTests
{
    [Theory]
    [InlineData("2x", "2*x")]
    [InlineData("3 sin x", "3*sin(x)")]
    [InlineData("2(3+4)", "2*(3 + 4)")]
    [InlineData("(a)(b)", "a*b")]
    [InlineData("1/2x", "1/(2*x)")]
    [InlineData("1/2 x", "1/2*x")]
    [InlineData("a/2b c", "a/(2*b)*c")]
    [InlineData("-3^2", "-3^2")]
    [InlineData("(-3)^2", "(-3)^2")]
    [InlineData("2^-x", "2^-x")]
    [InlineData("2**3**2", "2^3^2")]
    [InlineData("2^3!", "2^3!")]
    [InlineData("sin 2x + 1", "sin(2*x) + 1")]
    [InlineData("sin x cos y", "sin(x)*cos(y)")]
    [InlineData("sin^2 x", "sin(x)^2")]
    [InlineData("sin² x", "sin(x)^2")]
    [InlineData("sin^-1 x", "asin(x)")]
    [InlineData("sin(x)^2", "sin(x)^2")]
    [InlineData("sin -x", "sin(-x)")]
    [InlineData("sinx", "sin(x)")]
    [InlineData("xy", "x*y")]
    [InlineData("2pix", "2*pi*x")]
    [InlineData("x(x+1)", "x*(x + 1)")]
    [InlineData("√2x", "sqrt(2)*x")]
    [InlineData("√(2x)", "sqrt(2*x)")]
    [InlineData("∛8", "cbrt(8)")]
    [InlineData("π r²", "pi*r^2")]
    [InlineData("x⁻¹", "x^-1")]
    [InlineData("2×3÷4", "2*3/4")]
    [InlineData("x₁+x₂", "x_1 + x_2")]
    [InlineData("１＋２＊（３－１）", "1 + 2*(3 - 1)")]
    [InlineData("|x-1|", "abs(x - 1)")]
    [InlineData("||x|-1|", "abs(abs(x) - 1)")]
    [InlineData("2|x|", "2*abs(x)")]
    [InlineData("a ≤ b", "a <= b")]
    [InlineData("1 < x <= 3", "1 < x and x <= 3")]
    [InlineData("17 % 5", "17 mod 5")]
    [InlineData("100 + 10%", "100 + 10%")]
    [InlineData("10% + 5%", "10% + (5%)")]
    [InlineData("30°", "30*deg")]
    [InlineData("½", "1/2")]
    [InlineData("[1, 2; 3, 4]", "[1, 2; 3, 4]")]
    [InlineData("[1 2; 3 4]", "[1, 2; 3, 4]")]
    [InlineData("[1 -2; 3 +4]", "[1, -2; 3, +4]")]
    [InlineData("[1 - 2 3]", "[1 - 2, 3]")]
    [InlineData("[1 - 2, 3]", "[1 - 2, 3]")]
    [InlineData("[1 -2, 3]", "[1 - 2, 3]")]
    [InlineData("[(1 -2) 3]", "[1 - 2, 3]")]
    [InlineData("[r cos t, r sin t]", "[r*cos(t), r*sin(t)]")]
    [InlineData("1_000_000", "1000000")]
    [InlineData("infinity", "inf")]
    [InlineData("simplify (x^2-1)/(x-1)", "simplify((x^2 - 1)/(x - 1))")]
    [InlineData("simplify (x^2-1)", "simplify(x^2 - 1)")]
    [InlineData("simplify(x^2-1)/(x-1)", "simplify(x^2 - 1)/(x - 1)")]
    [InlineData("expand -(x+1)^2", "expand(-(x + 1)^2)")]
    [InlineData("solve x^2 - 4", "x^2 - 4 = 0")]
    [InlineData("[[1, 2], [3, 4]]", "[1, 2; 3, 4]")]
    [InlineData("A'", "A'")]
    [InlineData("A \\ b", "A \\ b")]
    [InlineData("{1, 2}", "{1, 2}")]
    [InlineData("1:2:9", "1:2:9")]
    [InlineData("0x1F", "31")]
    [InlineData("1.50", "1.5")]
    [InlineData("2e3", "2000.0")]
    [InlineData("2e", "2*e")]
    [InlineData("not a and b", "not a and b")]
    [InlineData("x = 3", "x := 3")]
    [InlineData("f(x, y) = x + y", "f(x, y) := x + y")]
    [InlineData("ode(x'' = -x, x(0) = 1, x'(0) = 0, t, 0, 10)", "ode(x'' = -x, x(0) = 1, x'(0) = 0, t, 0, 10)")]
    public void Input_is_understood_as(string input, string expected) =>
        Printer.Exactly(Calc.Parse(input)).ShouldBe(expected);

    [Theory]
    [InlineData("(1+2", 0, "syntax.unclosed")]
    [InlineData("1+2)", 3, "syntax.unexpected")]
    [InlineData("2 +* 3", 3, "syntax.unexpected")]
    [InlineData("2 * 3 4", 6, "syntax.unexpected")]
    [InlineData("[1 2; 3]", 0, "matrix.ragged")]
    [InlineData("[f(1 2) 3]", 5, "syntax.unexpected")]
    [InlineData("\\begin{cases} x & y \\end{cases}", 16, "latex.command")]
    [InlineData("3e.5", 2, "syntax.unexpected")]
    [InlineData("1 +", 3, "syntax.end")]
    [InlineData("", 0, "syntax.empty")]
    [InlineData("2 ¡", 2, "syntax.character")]
    [InlineData("2 😀", 2, "syntax.character")]
    [InlineData("\"abc", 0, "syntax.quote")]
    [InlineData("0b12", 0, "syntax.number")]
    [InlineData("[1, 2; 1, 2, 3]", 0, "matrix.ragged")]
    [InlineData("[]", 0, "matrix.empty")]
    [InlineData("1 + foo(2)", 4, "function.unknown")]
    [InlineData("1 + sine(2)", 4, "function.unknown.near")]
    [InlineData("3 + 1/(2-2)", 4, "math.division")]
    [InlineData("\\frac{1}{2", 8, "syntax.unclosed")]
    [InlineData("\\frobnicate{1} + \\alpha", 0, "latex.command")]
    public void Errors_point_at_the_place(string input, int position, string key)
    {
        var error = Calc.Run(input).Error.ShouldNotBeNull();

        error.Key.ShouldBe("calculator." + key);
        error.Position.ShouldBe(position);
    }

    [Fact]
    public void An_error_says_what_was_expected()
    {
        Calc.Run("2 +").Error!.Expected.ShouldBe(["calculator.expected.operand"]);
        Calc.Run("(2").Error!.Expected.ShouldBe([")"]);
    }
}
