using PaperBot.Calculator.Equations;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Numbers;
using PaperBot.Calculator.Numeric;
using PaperBot.Calculator.Symbolic;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Calculus;

/// <summary>
/// Places where a formula may jump, break or peak: zeros of denominators, of arguments of logarithms and roots, of
/// what stands in |…| and ⌊…⌋, the real parts of complex poles, and the tops of exponents.
/// </summary>
internal sealed class CriticalPoints(Algebra a, string name)
{
    private const int MaxPoints = 200;
    private readonly Dictionary<double, Node> _points = [];
    private readonly HashSet<Node> _seen = [];

    /// <summary>The places strictly inside the range, in order; exact where that is known.</summary>
    public IReadOnlyList<(double Place, Node Exact)> Find(Node node, double low, double high)
    {
        Walk.Each(node, n => Look(n, low, high));
        return
        [
            .. _points
                .Where(p => p.Key > low && p.Key < high)
                .OrderBy(p => p.Key)
                .Take(MaxPoints)
                .Select(p => (p.Key, p.Value)),
        ];
    }

    private void Look(Node node, double low, double high)
    {
        a.Budget.Spend();
        if (node is not ApplyNode apply || !Walk.Contains(apply, name))
            return;
        switch (apply.Head)
        {
            case Heads.Power when Walk.Contains(apply[0], name):
                if (!Make.IsInteger(apply[1], out var n) || n < 0)
                    Zeros(apply[0], low, high, alsoNear: true);
                if (Walk.Contains(apply[1], name))
                    Peaks(apply[1], low, high);
                break;
            case Heads.Power:
                Peaks(apply[1], low, high);
                break;
            case "ln"
            or "abs"
            or "sign"
            or "heaviside"
            or "cbrt"
            or "root"
            or "bessely"
            or "besselk"
            or "Ei"
            or "Ci"
            or "li"
            or "asin"
            or "acos"
            or "acosh"
            or "atanh":
                foreach (var argument in apply.Arguments)
                    Zeros(argument, low, high, alsoNear: false);
                break;
            case "tan":
                Zeros(a.Call("cos", apply[0]), low, high, alsoNear: false);
                break;
            case "floor" or "ceil" or "trunc" or "frac":
                Zeros(a.Call("sin", a.Product(Algebra.Pi, apply[0])), low, high, alsoNear: false);
                break;
            case "round":
                Zeros(a.Call("cos", a.Product(Algebra.Pi, apply[0])), low, high, alsoNear: false);
                break;
            case Heads.Modulo:
                Zeros(a.Call("sin", a.Product(Algebra.Pi, a.Divide(apply[0], apply[1]))), low, high, alsoNear: false);
                break;
            case "max" or "min":
                for (var i = 1; i < apply.Arguments.Length; i++)
                    Zeros(a.Subtract(apply[i - 1], apply[i]), low, high, alsoNear: false);
                break;
            case Heads.Less
            or Heads.LessOrEqual
            or Heads.Greater
            or Heads.GreaterOrEqual
            or Heads.Equal
            or Heads.NotEqual:
                Zeros(a.Subtract(apply[0], apply[1]), low, high, alsoNear: false);
                break;
            case "gamma" or "digamma" or "zeta":
                Zeros(a.Call("sin", a.Product(Algebra.Pi, apply[0])), low, high, alsoNear: false);
                break;
        }
    }

    private void Zeros(Node node, double low, double high, bool alsoNear)
    {
        if (!Walk.Contains(node, name) || !_seen.Add(node))
            return;
        if (RationalPolynomial.From(node, name, a) is { Degree: >= 1 } polynomial)
        {
            foreach (var (root, _) in PolynomialSolver.Roots(polynomial, a))
            {
                if (NumericValue.Of(root, a.Budget)?.ToComplex() is not { } value)
                    continue;
                // Beside a complex pole the integrand has a peak as wide as the pole is far.
                if (value.Imaginary == 0)
                    Add(value.Real, root);
                else if (alsoNear && Math.Abs(value.Imaginary) < 0.2 * Math.Min(high - low, 10))
                    Add(value.Real, NumberNode.Of(value.Real));
            }

            return;
        }

        Scan(node, low, high);
        if (alsoNear)
            Peaks(node, low, high);
    }

    private void Peaks(Node node, double low, double high)
    {
        if (!Walk.Contains(node, name))
            return;
        try
        {
            var slope = new Differentiator(a).Differentiate(node, name);
            Zeros(slope, low, high, alsoNear: false);
        }
        catch (CalculatorException e) when (e.Key == "function.derivative")
        {
            // Peaks of such a function are left to the adaptive rules.
        }
    }

    private void Scan(Node node, double low, double high)
    {
        if (_points.Count > MaxPoints)
            return;
        Func<double, double> f;
        try
        {
            f = RealCompiler.CompileOne(node, name, a.Budget);
        }
        catch (CalculatorException e) when (e.Key is "name.unknown" or "function.numeric")
        {
            return;
        }

        foreach (
            var root in RootScanner
                .Find(f, low, high, a.Budget, 400, MaxPoints, IntervalSolver.Slope(a, node, name))
                .Roots
        )
            Add(root, Recognized(root));
    }

    /// <summary>A root that is a short fraction, or one of π, is taken as exactly that.</summary>
    private Node Recognized(double root)
    {
        foreach (var unit in (ReadOnlySpan<double>)[1, Math.PI])
        {
            var ratio = Fractions.Nearest(root / unit, 1e-12);
            if (ratio.Denominator < 1000 && Rational.Abs(ratio).Numerator < 1_000_000)
                return unit == 1 ? NumberNode.Of(ratio) : a.Product(NumberNode.Of(ratio), Algebra.Pi);
        }

        return NumberNode.Of(root);
    }

    private void Add(double place, Node exact)
    {
        foreach (var known in _points.Keys)
        {
            if (Math.Abs(known - place) <= 1e-10 * Math.Max(1e-3, Math.Abs(place)))
                return;
        }

        if (_points.Count <= MaxPoints)
            _points[place] = exact;
    }
}
