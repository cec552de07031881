using PaperBot.Calculator.Evaluation;
using PaperBot.Calculator.Functions;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Numbers;
using PaperBot.Calculator.Numeric;
using PaperBot.Calculator.Symbolic;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Calculus;

/// <summary>integrate(f, x), integrate(f, x, a, b), integrate(f, x, a, b, y, c, d).</summary>
internal static class Integrals
{
    public static Node Integrate(Evaluator e, ApplyNode call)
    {
        var count = call.Arguments.Length;
        if (count == 2)
            return Indefinite(e, call);
        if (count % 3 != 1)
            throw new CalculatorException("value.bounds").At(call.Span);
        var ranges = new List<(string Name, Node Low, Node High)>();
        for (var i = 1; i < count; i += 3)
            ranges.Add((AlgebraList.Name(call[i]), call[i + 1], call[i + 2]));
        var names = ranges.Select(r => r.Name).ToArray();
        var f = e.EvaluateFree(call[0], names);
        if (Make.Is(f, Heads.Equation) || f is MatrixNode)
            throw new CalculatorException("value.scalar").At(call[0].Span);
        var bounds = ranges
            .Select(r => (r.Name, Low: e.EvaluateFree(r.Low, names), High: e.EvaluateFree(r.High, names)))
            .ToList();
        if (count > 4)
            return Nested.Integrate(e, f, bounds);
        var (name, low, high) = bounds[0];
        if (!IsNumeric(f, name) || !Algebra.IsConstant(low) || !Algebra.IsConstant(high))
            return Formal(e, f, name, low, high, call);
        return Definite(e, f, name, low, high);
    }

    private static Node Definite(Evaluator e, Node f, string name, Node low, Node high)
    {
        if (Walk.Any(f, n => n is NumberNode { Value.IsReal: false }))
            return Complex(e, f, name, low, high);
        var numeric = new Integrator(e.Algebra, name).Integrate(f, low, high);
        if (numeric.IsConditional)
            e.Warn("notice.conditional");
        if (
            Exact(e, f, name, low, high) is { } exact
            && NumericValue.Of(exact, e.Budget) is { IsReal: true } value
            && Math.Abs(value.ToDouble() - numeric.Value)
                <= Math.Max(1e-9 * Math.Abs(numeric.Value), (10 * numeric.Error) + 1e-12)
        )
            return exact;
        return Report(e, numeric);
    }

    public static Node Report(Evaluator e, Quadrature numeric)
    {
        if (!double.IsFinite(numeric.Value) || numeric.Error > 0.01 * Math.Abs(numeric.Value) + 1e-6)
            throw new CalculatorException("math.integral");
        // Noise around zero is zero.
        var value = Math.Abs(numeric.Value) <= numeric.Error && numeric.Error < 1e-12 ? 0 : numeric.Value;
        if (value != 0 && numeric.Error > 1e-9 * Math.Abs(value))
            e.Warn("notice.accuracy", ("error", numeric.Error));
        else
            e.Warn("notice.error", ("error", numeric.Error));
        if (Recognizer.Find(value, numeric.Error, e.Algebra) is { } known and not NumberNode)
            e.Warn("notice.recognized", ("formula", Syntax.Printer.Display(new Presenter(e.Algebra).Present(known))));
        return NumberNode.Of(value);
    }

    private static bool IsNumeric(Node f, string name) => Walk.Symbols(f).All(n => n == name || Constants.IsKnown(n));

    private static NumberNode Complex(Evaluator e, Node f, string name, Node low, Node high)
    {
        var a = e.Algebra;
        var value = ComplexCompiler.Compile(f, name);
        var (from, to) = (NumericValue.Of(low, e.Budget), NumericValue.Of(high, e.Budget));
        if (
            from is not { IsReal: true }
            || to is not { IsReal: true }
            || Algebra.IsInfinity(low, out _)
            || Algebra.IsInfinity(high, out _)
        )
            throw new CalculatorException("value.bounds").At(low.Span);
        Quadrature Part(Func<System.Numerics.Complex, double> part) =>
            GaussKronrod.Adaptive(
                x =>
                {
                    e.Budget.Spend(f.Count);
                    return part(value([x]));
                },
                from.ToDouble(),
                to.ToDouble(),
                e.Budget
            );
        var re = Part(z => z.Real);
        var im = Part(z => z.Imaginary);
        e.Warn("notice.error", ("error", re.Error + im.Error));
        return new NumberNode(new FloatNumber(new System.Numerics.Complex(re.Value, im.Value)));
    }

    /// <summary>By the antiderivative, where nothing breaks between the bounds.</summary>
    private static Node? Exact(Evaluator e, Node f, string name, Node low, Node high)
    {
        try
        {
            return new Antiderivative(e.Algebra, name).Find(f) is { } whole
                ? new Simplifier(e.Algebra).Simplify(
                    e.Algebra.Subtract(AtEnd(e, whole, name, high), AtEnd(e, whole, name, low))
                )
                : null;
        }
        catch (Exception error) when (error is CalculatorException or TooLargeException && !IsLimit(error))
        {
            return null;
        }
    }

    private static bool IsLimit(Exception error) => error is CalculatorException { Key: "limit.time" or "limit.steps" };

    private static Node AtEnd(Evaluator e, Node whole, string name, Node end)
    {
        if (!Algebra.IsInfinity(end, out _))
            return e.Algebra.Substitute(whole, name, end);
        try
        {
            var value = e.Algebra.Substitute(whole, name, end);
            if (!Walk.Any(value, n => n is SymbolNode { Name: "inf" }))
                return value;
        }
        catch (CalculatorException error) when (error.Key is "math.indeterminate" or "math.division")
        {
            // ∞ − ∞ and the like: an exact limit may still exist.
        }

        return LimitCommand.Exactly(e, whole, name, end) ?? throw new CalculatorException("math.limit");
    }

    private static Node Indefinite(Evaluator e, ApplyNode call)
    {
        var name = AlgebraList.Name(call[1]);
        var f = e.EvaluateFree(call[0], name);
        var whole =
            new Antiderivative(e.Algebra, name).Find(f)
            ?? throw new CalculatorException("math.antiderivative").At(call.Span);
        return new Simplifier(e.Algebra).Simplify(whole);
    }

    /// <summary>With parameters the integral is a formula, if one is found.</summary>
    private static Node Formal(Evaluator e, Node f, string name, Node low, Node high, ApplyNode call)
    {
        var whole =
            new Antiderivative(e.Algebra, name).Find(f)
            ?? throw new CalculatorException("math.antiderivative").At(call.Span);
        return new Simplifier(e.Algebra).Simplify(
            e.Algebra.Subtract(AtEnd(e, whole, name, high), AtEnd(e, whole, name, low))
        );
    }
}
