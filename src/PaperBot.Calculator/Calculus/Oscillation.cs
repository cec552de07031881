using PaperBot.Calculator.Equations;
using PaperBot.Calculator.Numeric;
using PaperBot.Calculator.Symbolic;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Calculus;

/// <summary>∫ from a point to infinity of something that oscillates: half-waves, summed by extrapolation.</summary>
internal sealed class Oscillation(Algebra a, string name)
{
    private const int Waves = 90;

    /// <summary>The phases of sines, cosines and Bessel functions that run through ever more turns.</summary>
    public IReadOnlyList<Node> Phases(Node node)
    {
        var phases = new List<Node>();
        Walk.Each(
            node,
            n =>
            {
                var phase = n switch
                {
                    ApplyNode { Head: "sin" or "cos" or "tan" } wave => wave[0],
                    ApplyNode { Head: "besselj" or "bessely" } bessel => bessel[1],
                    ApplyNode { Head: "airyai" or "airybi" } airy => a.Power(
                        a.Call("abs", airy[0]),
                        NumberNode.Of(new Numbers.Rational(3, 2))
                    ),
                    _ => null,
                };
                if (phase is not null && Walk.Contains(phase, name) && RunsAway(phase) && !phases.Contains(phase))
                    phases.Add(phase);
            }
        );
        return phases;
    }

    /// <summary>∫ f dx from start to infinity along one phase.</summary>
    public Quadrature Integrate(Node f, Node phase, double start)
    {
        var value = RealCompiler.CompileOne(f, name, a.Budget);
        // Half-waves go from zero to zero: those of a cosine are a quarter turn off.
        var quarter = Walk.Any(f, n => n is ApplyNode { Head: "cos" } wave && wave[0].Equals(phase)) ? Math.PI / 2 : 0;
        var turn = RealCompiler.CompileOne(phase, name, a.Budget);
        var borders = Borders(x => turn(x) + quarter, start);
        var sums = new List<double>();
        var terms = new List<double>();
        double total = 0,
            error = 0;
        for (var k = 0; k + 1 < borders.Count; k++)
        {
            var piece = GaussKronrod.Adaptive(value, borders[k], borders[k + 1], a.Budget, 1e-14, 200);
            total += piece.Value;
            error += piece.Error;
            terms.Add(piece.Value);
            sums.Add(total);
            if (
                k > 8
                && Math.Abs(piece.Value) < 1e-18 * Math.Abs(total)
                && Math.Abs(terms[k - 1]) < 1e-18 * Math.Abs(total)
            )
                return new Quadrature(total, error);
            if (k > 12 && k % 6 == 0)
            {
                var early = Acceleration.Limit(sums);
                if (early.Error < 2e-15 * Math.Abs(early.Value) && Settles(terms))
                    return new Quadrature(early.Value, early.Error + error, !FallsFast(terms));
            }
        }

        if (!Settles(terms))
            throw Divergent.Oscillating();
        var (limit, spread) = Acceleration.Limit(sums);
        return new Quadrature(limit, spread + error, !FallsFast(terms));
    }

    /// <summary>|phase| grows without bound.</summary>
    private bool RunsAway(Node phase)
    {
        var angle = RealCompiler.CompileOne(phase, name, a.Budget);
        var (near, far, farther) = (Math.Abs(angle(1e3)), Math.Abs(angle(1e6)), Math.Abs(angle(1e12)));
        return far > 1.5 * near + 1 && farther > far + 5;
    }

    private List<double> Borders(Func<double, double> angle, double start)
    {
        var borders = new List<double> { start };
        var x = start;
        var phase = angle(start);
        var direction = angle(start + Math.Max(1, Math.Abs(start))) > phase ? 1 : -1;
        var target = direction > 0 ? Math.Floor(phase / Math.PI) + 1 : Math.Ceiling(phase / Math.PI) - 1;
        // A first border too near is left out.
        if (Math.Abs((target * Math.PI) - phase) < 0.3)
            target += direction;
        var step = 1e-3 * Math.Max(1, Math.Abs(start));
        for (var k = 0; k < Waves; k++)
        {
            var wanted = target * Math.PI;
            var high = x + step;
            for (var i = 0; i < 200 && direction * (angle(high) - wanted) < 0; i++)
            {
                a.Budget.Spend(4);
                step *= 1.6;
                high = x + step;
            }

            if (!(direction * (angle(high) - wanted) >= 0))
                break;
            var next = RootScanner.Brent(
                y => angle(y) - wanted,
                x,
                high,
                angle(x) - wanted,
                angle(high) - wanted,
                a.Budget
            );
            if (!(next > x))
                break;
            step = (next - x) * 0.8;
            x = next;
            borders.Add(x);
            target += direction;
        }

        return borders;
    }

    private static bool Settles(List<double> terms)
    {
        if (terms.Count < 12)
            return true;
        // The largest of the last waves against those in the middle.
        var late = terms.TakeLast(4).Max(Math.Abs);
        var middle = terms.Skip((terms.Count / 2) - 2).Take(4).Max(Math.Abs);
        return late < 0.995 * middle || late == 0;
    }

    /// <summary>Σ|terms| converges: they fall faster than 1/k.</summary>
    private static bool FallsFast(List<double> terms)
    {
        var n = terms.Count;
        if (n < 16)
            return true;
        var late = terms.TakeLast(4).Max(Math.Abs);
        var middle = terms.Skip((n / 2) - 2).Take(4).Max(Math.Abs);
        return late == 0 || Math.Log(middle / late) / Math.Log((n - 3.0) / ((n / 2) - 1.0)) > 1.05;
    }
}
