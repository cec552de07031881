using PaperBot.Calculator.Calculus;
using PaperBot.Calculator.Numeric;
using PaperBot.Calculator.Symbolic;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Plots;

/// <summary>Points of y = f(x): dense where it bends, broken where it jumps.</summary>
internal sealed class CurveSampler(Algebra a, int maxPoints)
{
    private const int Start = 300;

    public IReadOnlyList<IReadOnlyList<PlotPoint>> Sample(Node f, string name, double low, double high, bool isLog)
    {
        var value = RealCompiler.CompileOne(f, name, a.Budget);
        var breaks = new CriticalPoints(a, name)
            .Find(f, low, high)
            .Select(p => p.Place)
            .Where(p => IsJump(value, p, high - low))
            .ToList();
        var segments = new List<IReadOnlyList<PlotPoint>>();
        var from = low;
        foreach (var place in breaks.Append(double.NaN))
        {
            var gap = 1e-7 * (high - low);
            var to = double.IsNaN(place) ? high : place - gap;
            if (to > from)
                segments.AddRange(
                    Pieces(value, from, to, isLog, (int)(Start * Math.Max(0.2, (to - from) / (high - low))))
                );
            from = place + gap;
        }

        return segments;
    }

    /// <summary>Pairs (x(t), y(t)) with even steps, broken where either is missing.</summary>
    public IReadOnlyList<IReadOnlyList<PlotPoint>> Parametric(
        Func<double, double> x,
        Func<double, double> y,
        double low,
        double high
    )
    {
        var count = Math.Min(maxPoints, 1500);
        var points = Enumerable
            .Range(0, count + 1)
            .Select(i => low + ((high - low) * i / count))
            .Select(t => new PlotPoint(x(t), y(t)));
        return Split(points);
    }

    private List<IReadOnlyList<PlotPoint>> Pieces(
        Func<double, double> f,
        double low,
        double high,
        bool isLog,
        int count
    )
    {
        var grid = Enumerable
            .Range(0, count + 1)
            .Select(i => isLog ? low * Math.Pow(high / low, i / (double)count) : low + ((high - low) * i / count))
            .ToList();
        grid[^1] = high;
        var points = grid.Select(x => new PlotPoint(x, f(x))).ToList();
        for (var round = 0; round < 4 && points.Count < maxPoints; round++)
        {
            a.Budget.Check();
            var range = Spread(points);
            var finer = new List<PlotPoint> { points[0] };
            for (var i = 1; i < points.Count; i++)
            {
                if (finer.Count < maxPoints && Bends(points, i, range))
                {
                    var middle = isLog ? Math.Sqrt(points[i - 1].X * points[i].X) : (points[i - 1].X + points[i].X) / 2;
                    finer.Add(new PlotPoint(middle, f(middle)));
                }

                finer.Add(points[i]);
            }

            if (finer.Count == points.Count)
                break;
            points = finer;
        }

        return BreakSteep(f, points);
    }

    /// <summary>The curve turns by more than can be seen, or ends here.</summary>
    private static bool Bends(List<PlotPoint> points, int i, double range)
    {
        var (p, q) = (points[i - 1], points[i]);
        if (double.IsFinite(p.Y) != double.IsFinite(q.Y))
            return true;
        if (!double.IsFinite(p.Y) || range == 0)
            return false;
        double Turn(int at)
        {
            if (at <= 0 || at >= points.Count - 1)
                return 0;
            var (u, v, w) = (points[at - 1], points[at], points[at + 1]);
            var expected = u.Y + ((w.Y - u.Y) * (v.X - u.X) / (w.X - u.X));
            return Math.Abs(v.Y - expected) / range;
        }

        return Math.Max(Turn(i - 1), Turn(i)) > 0.002;
    }

    /// <summary>A step that does not get smaller when it is halved again and again is a jump.</summary>
    private List<IReadOnlyList<PlotPoint>> BreakSteep(Func<double, double> f, List<PlotPoint> points)
    {
        var range = Spread(points);
        var marked = new List<PlotPoint>();
        for (var i = 0; i < points.Count; i++)
        {
            if (i > 0 && Math.Abs(points[i].Y - points[i - 1].Y) > 0.3 * range && IsStep(f, points[i - 1], points[i]))
                marked.Add(new PlotPoint(points[i].X, double.NaN));
            marked.Add(points[i]);
        }

        return Split(marked);
    }

    private bool IsStep(Func<double, double> f, PlotPoint p, PlotPoint q)
    {
        var size = Math.Abs(q.Y - p.Y);
        for (var k = 0; k < 40; k++)
        {
            a.Budget.Spend(4);
            var x = (p.X + q.X) / 2;
            var middle = new PlotPoint(x, f(x));
            if (!double.IsFinite(middle.Y))
                return true;
            (p, q) = Math.Abs(middle.Y - p.Y) > Math.Abs(q.Y - middle.Y) ? (p, middle) : (middle, q);
            if (Math.Abs(q.Y - p.Y) < size * 0.4)
                return false;
        }

        return true;
    }

    private static bool IsJump(Func<double, double> f, double place, double width)
    {
        var (left, right) = (f(place - (1e-9 * width)), f(place + (1e-9 * width)));
        if (!double.IsFinite(left) || !double.IsFinite(right))
            return true;
        var (farLeft, farRight) = (f(place - (1e-4 * width)), f(place + (1e-4 * width)));
        var scale = Math.Abs(farRight - farLeft) + Math.Abs(farLeft) * 1e-3;
        return Math.Abs(right - left) > 0.5 * scale && Math.Abs(right - left) > 1e-7
            || Math.Abs(left) > 1e3 * Math.Abs(farLeft) + 1e-6
            || Math.Abs(right) > 1e3 * Math.Abs(farRight) + 1e-6;
    }

    private static double Spread(List<PlotPoint> points)
    {
        var values = points.Select(p => p.Y).Where(double.IsFinite).Order().ToList();
        return values.Count < 2 ? 0 : values[(int)(values.Count * 0.97)] - values[(int)(values.Count * 0.03)];
    }

    private static List<IReadOnlyList<PlotPoint>> Split(IEnumerable<PlotPoint> points)
    {
        var segments = new List<IReadOnlyList<PlotPoint>>();
        var current = new List<PlotPoint>();
        foreach (var point in points.Append(new PlotPoint(0, double.NaN)))
        {
            if (double.IsFinite(point.X) && double.IsFinite(point.Y))
            {
                current.Add(point);
                continue;
            }

            if (current.Count > 1)
                segments.Add(current);
            current = [];
        }

        return segments;
    }
}
