using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Numbers;
using PaperBot.Calculator.Numeric;
using PaperBot.Calculator.Symbolic;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Calculus;

/// <summary>
/// A definite integral of a real formula: split where it may break, each piece from its ends inwards, waves towards
/// infinity by extrapolation. What diverges is found before anything is summed.
/// </summary>
internal sealed class Integrator(Algebra a, string name)
{
    private readonly Oscillation _oscillation = new(a, name);

    public Quadrature Integrate(Node f, Node low, Node high)
    {
        var (from, to) = (End(low), End(high));
        if (from == to)
            return default;
        if (from > to)
            return -1 * Integrate(f, high, low);
        if (!Walk.Contains(f, name))
            return Constant(f, from, to);
        var points = new CriticalPoints(a, name).Find(f, from, to);
        var places = new List<(double Place, Node Exact)>();
        if (double.IsFinite(from))
            places.Add((from, low));
        places.AddRange(points);
        if (double.IsFinite(to))
            places.Add((to, high));
        if (places.Count == 0)
            places.Add((0, NumberNode.Zero));
        var total = default(Quadrature);
        if (double.IsInfinity(from))
            total += Tail(Mirror(f), -places[0].Place, a.Negate(places[0].Exact));
        for (var i = 0; i + 1 < places.Count; i++)
            total += Piece(f, places[i], places[i + 1]);
        if (double.IsInfinity(to))
            total += Tail(f, places[^1].Place, places[^1].Exact);
        return total;
    }

    private double End(Node node)
    {
        if (Algebra.IsInfinity(node, out var sign))
            return sign * double.PositiveInfinity;
        return
            Algebra.IsConstant(node)
            && NumericValue.Of(node, a.Budget) is { IsReal: true } value
            && double.IsFinite(value.ToDouble())
            ? value.ToDouble()
            : throw new CalculatorException("value.bounds").At(node.Span);
    }

    private Node Mirror(Node f) => a.Substitute(f, name, a.Negate(new SymbolNode(name)));

    private Quadrature Constant(Node f, double from, double to)
    {
        if (double.IsInfinity(to - from))
            return Make.IsZero(f) ? default : throw Divergent.AtInfinity();
        var value = (NumericValue.Of(f, a.Budget)?.ToDouble() ?? double.NaN) * (to - from);
        return new Quadrature(value, Math.Abs(value) * 1e-15);
    }

    /// <summary>Between two neighbouring places: from either end to the middle.</summary>
    private Quadrature Piece(Node f, (double Place, Node Exact) left, (double Place, Node Exact) right)
    {
        var half = (right.Place - left.Place) / 2;
        if (half <= 0)
            return default;
        return FromEnd(f, left, 1, half) + FromEnd(f, right, -1, half);
    }

    private Quadrature FromEnd(Node f, (double Place, Node Exact) end, int direction, double length)
    {
        var local = LocalForm.At(a, f, name, end.Exact, direction);
        if (double.IsNaN(local.Value(length * 0.7)) && double.IsNaN(local.Value(length * 0.31)))
            throw new CalculatorException("math.undefined");
        if (FastWaves(local.Formula) is { } phase)
            return NearWaves(local, length);
        if (!Growth.ConvergesAtZero(local.Value, local.IsExact, a.Budget))
            throw Divergent.At(end.Place);
        var plain = Certain(local, length, Smooth);
        return plain.IsGood(1e-10) ? plain : Better(plain, InLogarithm(local, length));
    }

    private static Quadrature Better(Quadrature a, Quadrature b) => b.Error < a.Error ? b : a;

    /// <summary>u = e^(−t) makes an exponential of a strong singularity, and a power of a logarithm.</summary>
    private Quadrature InLogarithm(LocalForm local, double length)
    {
        var fall = a.Power(Algebra.E, a.Negate(new SymbolNode(LocalForm.Name)));
        var formula = a.Product(a.Substitute(local.Formula, LocalForm.Name, fall), fall);
        var value = RealCompiler.CompileOne(formula, LocalForm.Name, a.Budget);
        var lowest = -Math.Log(length);
        return DoubleExponential.Infinite(t => value(lowest + t), a.Budget);
    }

    /// <summary>Where f loses its digits by cancelling, it is computed again with more.</summary>
    private Quadrature Certain(LocalForm local, double length, Func<Func<double, double>, double, Quadrature> rule)
    {
        var quick = rule(local.Value, length);
        var noise = local.Noise(double.IsFinite(length) ? length : 1e14, a.Budget);
        if (noise <= 1e-12 * Math.Abs(quick.Value) + 1e-300)
            return quick;
        if (a.Budget.Used > 0.5)
            return quick with { Error = quick.Error + noise };
        return rule(local.Careful(a.Budget), length);
    }

    /// <summary>Double exponential first; where that does not settle, halves from the singular end outwards.</summary>
    private Quadrature Smooth(Func<double, double> f, double length)
    {
        var whole = DoubleExponential.Finite(f, length, a.Budget);
        if (whole.IsGood(1e-13))
            return whole;
        var total = default(Quadrature);
        var from = length;
        for (var i = 0; i < 12; i++)
        {
            var next = from / 2;
            total += GaussKronrod.Adaptive(f, next, from, a.Budget);
            from = next;
        }

        total += DoubleExponential.Finite(f, from, a.Budget);
        return total.Error < whole.Error ? total : whole;
    }

    /// <summary>A wave whose phase runs away as u → 0, as in sin(1/x).</summary>
    private Node? FastWaves(Node formula)
    {
        var turned = Inverted(formula);
        var phases = new Oscillation(a, LocalForm.Name).Phases(turned);
        return phases.Count > 0 ? phases[0] : null;
    }

    /// <summary>u = 1/v turns the crowd of waves at zero into waves towards infinity.</summary>
    private Quadrature NearWaves(LocalForm local, double length)
    {
        var v = new SymbolNode(LocalForm.Name);
        var formula = a.Product(Inverted(local.Formula), a.Power(v, NumberNode.Of(-2)));
        var inner = new Integrator(a, LocalForm.Name);
        return inner.Tail(formula, 1 / length, NumberNode.Of(1 / length));
    }

    private Node Inverted(Node formula) =>
        a.Substitute(formula, LocalForm.Name, a.Power(new SymbolNode(LocalForm.Name), NumberNode.MinusOne));

    /// <summary>From a finite place to infinity; the place may be singular.</summary>
    private Quadrature Tail(Node f, double place, Node exact)
    {
        var phases = _oscillation.Phases(f);
        if (phases.Count == 0)
            return PlainTail(f, place, exact);
        // First to a place where everything is smooth, then term by term.
        var start = Math.Max(place + 1, place > 0 ? place * 1.5 : place + 1);
        var near = Piece(f, (place, exact), (start, NumberNode.Of(Rational.FromDouble(start))));
        return near + Waves(f, start);
    }

    private Quadrature Waves(Node f, double start)
    {
        var groups = new Dictionary<Node, List<Node>>();
        var calm = new List<Node>();
        foreach (var term in new TrigReduction(a, name).Terms(f))
        {
            var phases = _oscillation.Phases(term);
            if (phases.Count == 0)
                calm.Add(term);
            else
                (groups.TryGetValue(phases[0], out var group) ? group : groups[phases[0]] = []).Add(term);
        }

        var total = default(Quadrature);
        if (calm.Count > 0)
        {
            var rest = a.Sum([.. calm]);
            if (!Make.IsZero(rest))
                total += PlainTail(rest, start, NumberNode.Of(Rational.FromDouble(start)));
        }

        foreach (var (phase, group) in groups)
            total += _oscillation.Integrate(a.Sum([.. group]), phase, start);
        return total;
    }

    private Quadrature PlainTail(Node f, double place, Node exact)
    {
        if (!Walk.Contains(f, name))
            throw Divergent.AtInfinity();
        var far = RealCompiler.CompileOne(f, name, a.Budget);
        if (!Growth.ConvergesAtInfinity(far, a.Budget))
            throw Divergent.AtInfinity();
        var local = LocalForm.At(a, f, name, exact, 1);
        if (!Growth.ConvergesAtZero(local.Value, local.IsExact, a.Budget))
            throw Divergent.At(place);
        if (double.IsNaN(local.Value(1.3)) && double.IsNaN(local.Value(7.1)))
            throw new CalculatorException("math.undefined");
        var direct = Certain(local, double.PositiveInfinity, (f, _) => DoubleExponential.Infinite(f, a.Budget));
        if (direct.IsGood(1e-12))
            return direct;
        // A near part by itself, and the far part in t = ln x, where slow powers become exponentials.
        var split = Math.Max(2, 2 * Math.Abs(place));
        var near = Smooth(local.Value, split);
        var start = place + split;
        if (start <= 1)
            return direct;
        var t = new SymbolNode(LocalForm.Name);
        var inLog = a.Product(a.Substitute(f, name, a.Power(Algebra.E, t)), a.Power(Algebra.E, t));
        var value = RealCompiler.CompileOne(inLog, LocalForm.Name, a.Budget);
        var lowest = Math.Log(start);
        var result = near + DoubleExponential.Infinite(u => value(lowest + u), a.Budget);
        return result.Error < direct.Error ? result : direct;
    }
}
