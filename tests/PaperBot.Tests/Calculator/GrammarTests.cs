using PaperBot.Calculator.Syntax;
using PaperBot.Calculator.Tree;

namespace PaperBot.Tests.Calculator;

/// <summary>Every sign that the language knows, where each part of a tree stands in the text, and depth.</summary>
public sealed class GrammarTests
{
    [Theory]
    [InlineData("×·⋅∙✕•", "a * b")]
    [InlineData("÷∕⁄", "a / b")]
    [InlineData("−–—‐", "a - b")]
    [InlineData("≤⩽", "a <= b")]
    [InlineData("≥⩾", "a >= b")]
    [InlineData("≠", "a != b")]
    [InlineData("≈", "a = b")]
    [InlineData("≡", "a == b")]
    [InlineData("∧", "a and b")]
    [InlineData("∨", "a or b")]
    [InlineData("⊻", "a xor b")]
    public void Signs_between_two_operands_mean_their_ascii(string signs, string ascii)
    {
        foreach (var sign in signs)
            Calc.Parse($"a {sign} b + 0").ShouldBe(Calc.Parse(ascii + " + 0"), sign.ToString());
    }

    [Theory]
    [InlineData("∞", "inf")]
    [InlineData("ℯ", "e")]
    [InlineData("ⅇ", "e")]
    [InlineData("ⅈ", "i")]
    [InlineData("ħ", "const.hbar")]
    [InlineData("ℏ", "const.hbar")]
    [InlineData("¬a", "not a")]
    [InlineData("√a", "sqrt(a)")]
    [InlineData("∛a", "cbrt(a)")]
    [InlineData("30°", "30 deg")]
    [InlineData("[1, 2]′", "[1, 2]'")]
    [InlineData("[1, 2]’", "[1, 2]'")]
    [InlineData("∣a∣", "abs(a)")]
    [InlineData("limit(a, a → 0)", "limit(a, a, 0)")]
    [InlineData("⅓", "1/3")]
    [InlineData("⅔", "2/3")]
    [InlineData("¼", "1/4")]
    [InlineData("¾", "3/4")]
    [InlineData("⅕", "1/5")]
    [InlineData("⅛", "1/8")]
    [InlineData("a⁰¹²³⁴", "a^1234")]
    [InlineData("a⁵⁶⁷⁸⁹", "a^56789")]
    [InlineData("aⁿ", "a^n")]
    [InlineData("a₀", "a_0")]
    [InlineData("a₁₂₃₄", "a_1234")]
    [InlineData("a₅₆₇₈₉", "a_56789")]
    [InlineData("max（1、2）", "max(1, 2)")]
    [InlineData("【1，2】", "[1, 2]")]
    [InlineData("〔1，2〕", "[1, 2]")]
    [InlineData("1\u3000+\u00A0\u20091\u202F+\u2002\u20031", "1 + 1 + 1")]
    [InlineData("1 +\t\u200B\uFEFF1", "1 + 1")]
    public void Signs_mean_their_ascii(string sign, string ascii) =>
        Calc.Run(sign).Answers[^1].Values[0].Text.ShouldBe(Calc.Run(ascii).Answers[^1].Values[0].Text);

    [Theory]
    [InlineData("αβγδεζηθικλμνξ", "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi")]
    [InlineData("ρστυφχψω", "rho sigma tau upsilon phi chi psi omega")]
    [InlineData("ϵϑµςϕ", "epsilon theta mu sigma phi")]
    [InlineData("ΓΔΘΛΞΠΣΦΨΩ", "Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega")]
    [InlineData("π", "pi")]
    public void Greek_letters_are_their_names(string letters, string names)
    {
        foreach (var (letter, name) in letters.Zip(names.Split(' ')))
            Calc.Parse($"2 * {letter}").ShouldBe(Calc.Parse($"2 * {name}"), name);
    }

    [Theory]
    [InlineData("a := 2", "a := 2")]
    [InlineData("1 == 2", "1 == 2")]
    [InlineData("1 <> 2", "1 != 2")]
    [InlineData("a .* b", "a .* b")]
    [InlineData("a ./ b", "a ./ b")]
    [InlineData("a .^ b", "a.^b")]
    [InlineData("5!!", "5!!")]
    [InlineData("a && b", "a and b")]
    [InlineData("a || b", "a or b")]
    [InlineData("|a| || b", "abs(a) or b")]
    [InlineData("2||a|-1|", "2*abs(abs(a) - 1)")]
    [InlineData("a or b or c", "a or b or c")]
    [InlineData("a xor b", "a xor b")]
    [InlineData("a or b and c", "a or b and c")]
    [InlineData("(a or b) and c", "(a or b) and c")]
    [InlineData("not (a or b)", "not (a or b)")]
    [InlineData("(1:2):3", "(1:2):3")]
    [InlineData("1:(2:3)", "1:(2:3)")]
    [InlineData("(a = b) = c", "(a = b) = c")]
    [InlineData("(a < b) < c", "(a < b) < c")]
    [InlineData("a - (b - c)", "a - (b - c)")]
    [InlineData("a/(b/c)", "a/(b/c)")]
    [InlineData("(a^b)^c", "(a^b)^c")]
    [InlineData("(100 + 10%) + 1", "100 + 10% + 1")]
    public void Operators_are_read_and_written(string input, string expected) =>
        Printer.Exactly(Calc.Parse(input)).ShouldBe(expected);

    [Theory]
    [InlineData("or 1")]
    [InlineData("and 1")]
    [InlineData("xor 1")]
    [InlineData("mod 1")]
    [InlineData("const")]
    [InlineData("* 1")]
    public void What_needs_something_before_it_does_not_begin(string input)
    {
        var error = Calc.Run(input).Error.ShouldNotBeNull();

        error.Key.ShouldBe("calculator.syntax.unexpected");
        error.Position.ShouldBe(0);
        error.Expected.ShouldContain("calculator.expected.operand");
    }

    [Fact]
    public void An_open_quotation_wants_its_mark()
    {
        var error = Calc.Run("plot(x, \"time").Error.ShouldNotBeNull();

        error.Key.ShouldBe("calculator.syntax.quote");
        error.Expected.ShouldBe(["\""]);
    }

    [Theory]
    [InlineData("1 + 2 * x")]
    [InlineData("-(x + 1)^2")]
    [InlineData("not a and b")]
    [InlineData("a or b xor c")]
    [InlineData("foo = 1 + 2")]
    [InlineData("sin(x) + cos x")]
    [InlineData("d/dx x^2")]
    [InlineData("d^2/dx^2 sin(x)")]
    [InlineData("lim(x -> 0) sin(x)/x")]
    [InlineData("√x + ∛y")]
    [InlineData("[1, 2; 3, x]")]
    [InlineData("{x + y = 1, x - y = 2}")]
    [InlineData("x^2 = 4")]
    [InlineData("3!")]
    [InlineData("2 x y")]
    [InlineData("1:2:9")]
    [InlineData("plot(x, x, 0, 1, \"time\")")]
    [InlineData("ode(x'' = -x, x(0) = 1, x'(0) = 0, t, 0, 10)")]
    [InlineData("simplify x + 1")]
    public void Every_part_of_a_tree_knows_where_it_stands(string input)
    {
        var tree = Calc.Parse(input);

        tree.Span.Start.ShouldBe(0);
        tree.Span.Length.ShouldBe(input.Length);
        foreach (var node in Parts(tree))
        {
            // How often x'' is derived is counted and stands nowhere.
            if (node is ApplyNode { Head: not Heads.Prime } apply)
                foreach (var part in apply.Arguments)
                {
                    part.Span.Length.ShouldBeGreaterThan(0, Printer.Exactly(part));
                    part.Span.Start.ShouldBeGreaterThanOrEqualTo(node.Span.Start, Printer.Exactly(part));
                    part.Span.End.ShouldBeLessThanOrEqualTo(node.Span.End, Printer.Exactly(part));
                }
            if (node is SymbolNode symbol && symbol.Name.Length == 1)
                input.Substring(node.Span.Start, node.Span.Length).ShouldEndWith(symbol.Name);
        }
    }

    [Theory]
    [InlineData("d/dx x", " + ")]
    [InlineData("√2", " + ")]
    [InlineData("∛2", " + ")]
    [InlineData("-1", " * ")]
    [InlineData("not 1", " and ")]
    [InlineData("(1)", " + ")]
    [InlineData("{1}", "; ")]
    [InlineData("[1]", " + ")]
    [InlineData("|1|", " + ")]
    [InlineData("sin(1)", " + ")]
    [InlineData("sin 1", " + ")]
    [InlineData("2^1", " + ")]
    [InlineData("1 = 1", "; ")]
    public void What_stands_side_by_side_is_not_deep(string part, string between) =>
        Calc.Run(string.Join(between, Enumerable.Repeat(part, 150)))
            .Error?.Key.ShouldNotBe("calculator.limit.depth", part);

    private static IEnumerable<Node> Parts(Node node) =>
        node is ApplyNode apply ? [node, .. apply.Arguments.SelectMany(Parts)] : [node];
}
