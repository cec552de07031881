using System.Globalization;
using PaperBot.Calculator.Evaluation;
using PaperBot.Calculator.Functions;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Numbers;
using PaperBot.Calculator.Numeric;
using PaperBot.Calculator.Symbolic;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Calculus;

/// <summary>limit(f, x, a), limit(f, x, a, 1) from the right, limit(f, x, a, -1) from the left.</summary>
internal static class LimitCommand
{
    public static Node Limit(Evaluator e, ApplyNode call)
    {
        var name = AlgebraList.Name(call[1]);
        var f = e.EvaluateFree(call[0], name);
        var at = e.Evaluate(call[2]);
        var side = 0;
        if (call.Arguments.Length > 3 && e.Evaluate(call[3]) is NumberNode given)
            side = given.Value.Sign;
        return Of(e, f, name, at, side) ?? throw new CalculatorException("math.limit").At(call.Span);
    }

    /// <summary>The limit at ±∞ by algebra alone.</summary>
    public static Node? Exactly(Evaluator e, Node f, string name, Node at)
    {
        Algebra.IsInfinity(at, out var direction);
        var a = e.Algebra;
        var turned = a.Substitute(
            f,
            name,
            a.Product(NumberNode.Of(direction), a.Power(new SymbolNode(name), NumberNode.MinusOne))
        );
        return LimitFinder.AtPoint(a, new Simplifier(a).Brief(Expanded(a, turned)), name, NumberNode.Zero, 0);
    }

    public static Node? Of(Evaluator e, Node f, string name, Node at, int side)
    {
        var a = e.Algebra;
        if (!Walk.Contains(f, name))
            return f;
        var isInfinite = Algebra.IsInfinity(at, out var direction);
        // x → ±∞ is 1/x → 0 from one side.
        var (g, place) = isInfinite
            ? (
                a.Substitute(
                    f,
                    name,
                    a.Product(NumberNode.Of(direction), a.Power(new SymbolNode(name), NumberNode.MinusOne))
                ),
                (Node)NumberNode.Zero
            )
            : (f, at);
        side = isInfinite ? 1 : side;
        var numeric = IsConstantBut(g, name) && Algebra.IsConstant(place) ? Numeric(e, g, name, place, side) : null;
        if (numeric is { } found && (double.IsInfinity(found.Value) || found.IsMissing))
            return found.IsMissing ? throw Missing(found)
                : found.Value > 0 ? Algebra.Infinity
                : a.Negate(Algebra.Infinity);
        var exact = isInfinite ? null : LimitFinder.AtPoint(a, f, name, at, 0);
        exact ??= LimitFinder.AtPoint(a, new Simplifier(a).Brief(Expanded(a, g)), name, place, 0);
        if (exact is not null && Agrees(e, exact, numeric))
            return new Simplifier(a).Simplify(exact);
        if (numeric is not { } value || value.Error > 1e-7 * Math.Max(1, Math.Abs(value.Value)))
            return null;
        e.Warn("notice.limitnumeric");
        if (value.Error > 1e-11 * Math.Abs(value.Value) && Math.Abs(value.Value) > 1e-12)
            return Rounded(e, value.Value, value.Error);
        if (value.Value == 0 || Math.Abs(value.Value) < 1e-12 && value.Error < 1e-12)
            return NumberNode.Zero;
        return Recognizer.Find(value.Value, value.Error, a) ?? NumberNode.Of(value.Value);
    }

    /// <summary>A value that came slowly: only the digits of which two steps agree, and the difference as a remark.</summary>
    private static NumberNode Rounded(Evaluator e, double value, double error)
    {
        e.Warn("notice.accuracy", ("error", 10 * error));
        var digits = Math.Clamp((int)Math.Floor(Math.Log10(Math.Abs(value) / error)) - 1, 3, 12);
        return NumberNode.Of(
            double.Parse(value.ToString("E" + (digits - 1), CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
        );
    }

    private static Node Expanded(Algebra a, Node g)
    {
        try
        {
            return new RationalForm(a).Simplify(g);
        }
        catch (TooLargeException)
        {
            return g;
        }
    }

    private static bool IsConstantBut(Node node, string name) =>
        Walk.Symbols(node).All(n => n == name || Constants.IsConstant(n));

    private static bool Agrees(
        Evaluator e,
        Node exact,
        (double Value, double Error, bool IsMissing, double Left, double Right)? numeric
    )
    {
        if (numeric is not { } value || !Algebra.IsConstant(exact))
            return true;
        return NumericValue.Of(exact, e.Budget) is { } number
            && Math.Abs(number.ToDouble() - value.Value)
                <= Math.Max(1e-6 * Math.Max(1, Math.Abs(value.Value)), 100 * value.Error);
    }

    private static CalculatorException Missing(
        (double Value, double Error, bool IsMissing, double Left, double Right) found
    ) => new("math.nolimit", ("left", found.Left), ("right", found.Right));

    /// <summary>Both sides by values with many digits at points that close in.</summary>
    private static (double Value, double Error, bool IsMissing, double Left, double Right)? Numeric(
        Evaluator e,
        Node g,
        string name,
        Node place,
        int side
    )
    {
        var right = side >= 0 ? OneSide(e, g, name, place, 1) : null;
        var left = side <= 0 ? OneSide(e, g, name, place, -1) : null;
        if (side != 0 || right is null || left is null)
            return (right ?? left) is { } one ? (one.Value, one.Error, false, 0, 0) : null;
        var (r, l) = (right.Value, left.Value);
        var isSame =
            r.Value.Equals(l.Value)
            || double.IsFinite(r.Value - l.Value)
                && Math.Abs(r.Value - l.Value)
                    <= Math.Max(1e-6 * Math.Max(Math.Abs(r.Value), 1e-3), 10 * (r.Error + l.Error));
        return isSame ? (r.Value, Math.Max(r.Error, l.Error), false, 0, 0) : (0, 0, true, l.Value, r.Value);
    }

    private static (double Value, double Error)? OneSide(Evaluator e, Node g, string name, Node place, int direction)
    {
        const int Bits = 500;
        var m = new BigMath(Bits);
        if (BigEvaluator.TryEvaluate(place, Bits, e.Budget) is not { } center)
            return null;
        var values = new List<BigFloat>();
        for (var k = 3; k <= 24; k++)
        {
            var point = m.Add(center, new BigFloat(direction, -3 * k));
            if (BigEvaluator.TryEvaluate(g, Bits, e.Budget, name, point) is not { } value)
            {
                // Too large, or not real here: doubles may still tell.
                if (values.Count < 6)
                    return Doubles(e, g, name, place, direction);
                break;
            }

            values.Add(value);
        }

        return Judge(values, m);
    }

    /// <summary>The limit of values at distances that shrink by 8: constant, growing, or by extrapolation.</summary>
    private static (double Value, double Error)? Judge(List<BigFloat> values, BigMath m)
    {
        var n = values.Count;
        var last = values[^1];
        var change = m.Subtract(last, values[n - 2]);
        if (change.IsZero)
            return (last.ToDouble(), 0);
        var isGrowing =
            last.Magnitude > values[n / 2].Magnitude + 3
            && last.Magnitude > values[n - 2].Magnitude
            && last.Magnitude > 8;
        var (first, middle, end) = (
            BigFloat.Abs(m.Subtract(values[n / 3], values[(n / 3) - 1])),
            BigFloat.Abs(m.Subtract(values[2 * n / 3], values[(2 * n / 3) - 1])),
            BigFloat.Abs(change)
        );
        if (
            isGrowing
            || (
                end.CompareTo(middle) >= 0
                && middle.CompareTo(first) >= 0
                && last.Magnitude > 3
                && last.Sign == values[n / 2].Sign
                && last.Magnitude >= values[n / 2].Magnitude
                && IsMonotonic(values)
            )
        )
            return (last.Sign > 0 ? double.PositiveInfinity : double.NegativeInfinity, 0);
        if (end.Magnitude >= middle.Magnitude - 1 && end.Magnitude > last.Magnitude - 20)
            return null;
        var (value, error) = Richardson(values, m);
        return (value.ToDouble(), Math.Max(error, Math.Abs(value.ToDouble()) * 2e-16));
    }

    private static bool IsMonotonic(List<BigFloat> values)
    {
        for (var i = 2; i < values.Count; i++)
        {
            if (values[i].CompareTo(values[i - 1]) * values[i - 1].CompareTo(values[i - 2]) < 0)
                return false;
        }

        return true;
    }

    /// <summary>Aitken's process again and again: exact for sums of powers of the distance.</summary>
    private static (BigFloat Value, double Error) Richardson(List<BigFloat> values, BigMath m)
    {
        var row = values.ToList();
        var best = row[^1];
        var error = double.PositiveInfinity;
        for (var level = 0; level < 8 && row.Count >= 4; level++)
        {
            var spread = Math.Abs(m.Subtract(row[^1], row[^2]).ToDouble());
            if (spread < error)
                (best, error) = (row[^1], spread);
            var next = new List<BigFloat>();
            for (var i = 0; i + 2 < row.Count; i++)
            {
                var d1 = m.Subtract(row[i + 1], row[i]);
                var d2 = m.Subtract(row[i + 2], row[i + 1]);
                var below = m.Subtract(d2, d1);
                next.Add(below.IsZero ? row[i + 2] : m.Subtract(row[i + 2], m.Divide(m.Multiply(d2, d2), below)));
            }

            row = next;
        }

        return (best, error);
    }

    private static (double Value, double Error)? Doubles(Evaluator e, Node g, string name, Node place, int direction)
    {
        var f = RealCompiler.CompileOne(g, name, e.Budget);
        if (NumericValue.Of(place, e.Budget) is not { IsReal: true } center)
            return null;
        var x = center.ToDouble();
        var values = Enumerable
            .Range(2, 10)
            .Select(k => f(x + (direction * Math.Pow(8, -k) * Math.Max(1, Math.Abs(x)))))
            .ToList();
        if (values.TakeLast(3).All(v => v == double.PositiveInfinity || v > 1e12))
            return (double.PositiveInfinity, 0);
        if (values.TakeLast(3).All(v => v == double.NegativeInfinity || v < -1e12))
            return (double.NegativeInfinity, 0);
        if (values.Any(v => !double.IsFinite(v)))
            return values.TakeLast(2).All(v => v == 0) ? (0, 0) : null;
        var (value, error) = Acceleration.Epsilon(values);
        return double.IsFinite(value) && error < 1e-4 * Math.Max(1, Math.Abs(value))
            ? (value, Math.Max(error, 1e-9))
            : null;
    }
}
