using PaperBot.Calculator.Numeric;
using PaperBot.Calculator.Symbolic;
using PaperBot.Calculator.Syntax;
using PaperBot.Calculator.Tree;

namespace PaperBot.Tests.Calculator;

public sealed class PropertyTests
{
    [Fact]
    public void What_is_printed_is_read_as_the_same_tree()
    {
        var grow = new ExpressionGrower(1);
        for (var i = 0; i < 3000; i++)
        {
            var tree = Calc.Parse(grow.Text(5));
            var text = Printer.Exactly(tree);

            Should.NotThrow(() => Calc.Parse(text), text).ShouldBe(tree, text);
        }
    }

    [Fact]
    public void A_derivative_agrees_with_differences()
    {
        var grow = new ExpressionGrower(2);
        var checks = 0;
        for (var i = 0; i < 600; i++)
        {
            var evaluator = Calc.Evaluator();
            var f = evaluator.EvaluateFree(Calc.Parse(grow.Smooth(4)), "x");
            var slope = new Differentiator(evaluator.Algebra).Differentiate(f, "x");
            var value = RealCompiler.CompileOne(f, "x", evaluator.Budget);
            var derivative = RealCompiler.CompileOne(slope, "x", evaluator.Budget);
            foreach (var x in (double[])[0.37, 1.21])
            {
                var (coarse, fine) = (Difference(value, x, 1e-3), Difference(value, x, 5e-4));
                if (!double.IsFinite(fine) || Math.Abs(coarse - fine) > 1e-6 * Math.Abs(fine) || Math.Abs(fine) > 1e8)
                    continue;
                checks++;
                Calc.ShouldBeNear(derivative(x), fine, 1e-5, 1e-7, Printer.Exactly(f));
            }
        }

        checks.ShouldBeGreaterThan(300);
    }

    [Fact]
    public void Exact_and_floating_arithmetic_agree()
    {
        var grow = new ExpressionGrower(3);
        var checks = 0;
        for (var i = 0; i < 1500; i++)
        {
            var tree = Calc.Parse(grow.Constant(5));
            var evaluator = Calc.Evaluator();
            var plain = RealCompiler.Compile(tree)([]);
            Node exact;
            try
            {
                exact = evaluator.Evaluate(tree);
            }
            catch (PaperBot.Calculator.Limits.CalculatorException)
            {
                continue;
            }

            if (!double.IsFinite(plain) || Math.Abs(plain) > 1e12 || !Algebra.IsConstant(exact))
                continue;
            if (NumericValue.Of(exact, evaluator.Budget) is not { IsReal: true } value)
                continue;
            checks++;
            Calc.ShouldBeNear(plain, value.ToDouble(), 1e-6, 1e-6, Printer.Exactly(tree));
        }

        checks.ShouldBeGreaterThan(500);
    }

    [Fact]
    public void Simplifying_keeps_the_value()
    {
        var grow = new ExpressionGrower(4);
        for (var i = 0; i < 400; i++)
        {
            var evaluator = Calc.Evaluator();
            var f = evaluator.EvaluateFree(Calc.Parse(grow.Smooth(4)), "x");
            foreach (
                var rewrite in (Func<Node, Node>[])
                    [
                        new Simplifier(evaluator.Algebra).Simplify,
                        new Expander(evaluator.Algebra).Expand,
                        new RationalForm(evaluator.Algebra).Simplify,
                    ]
            )
            {
                var g = rewrite(f);
                var (a, b) = (
                    RealCompiler.CompileOne(f, "x", evaluator.Budget),
                    RealCompiler.CompileOne(g, "x", evaluator.Budget)
                );
                foreach (var x in (double[])[0.41, 1.7])
                {
                    if (double.IsFinite(a(x)) && double.IsFinite(b(x)) && Math.Abs(a(x)) < 1e8)
                        Calc.ShouldBeNear(
                            b(x),
                            a(x),
                            1e-6,
                            1e-6,
                            $"{Printer.Exactly(f)} became {Printer.Exactly(g)} at {x}"
                        );
                }
            }
        }
    }

    [Fact]
    public void Matrix_identities_hold_exactly()
    {
        var random = new Random(5);
        for (var i = 0; i < 150; i++)
        {
            var n = random.Next(1, 5);
            var (a, b) = (Matrix(random, n), Matrix(random, n));

            Calc.Text($"det({a} * {b}) == det({a}) * det({b})").ShouldBe("true");
            Calc.Text($"({a} * {b})' == {b}' * {a}'").ShouldBe("true");
            Calc.Text($"trace({a} * {b}) == trace({b} * {a})").ShouldBe("true");
            if (Calc.Text($"det({a})") != "0")
                Calc.Text($"{a} * inv({a}) == identity({n})").ShouldBe("true");
        }
    }

    private static double Difference(Func<double, double> f, double x, double h) =>
        ((8 * (f(x + h) - f(x - h))) - (f(x + (2 * h)) - f(x - (2 * h)))) / (12 * h);

    private static string Matrix(Random random, int n) =>
        "["
        + string.Join(
            "; ",
            Enumerable
                .Range(0, n)
                .Select(_ => string.Join(", ", Enumerable.Range(0, n).Select(_ => random.Next(-6, 7))))
        )
        + "]";
}
