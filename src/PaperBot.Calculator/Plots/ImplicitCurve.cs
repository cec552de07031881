using PaperBot.Calculator.Limits;

namespace PaperBot.Calculator.Plots;

/// <summary>The curve f(x, y) = 0 by marching squares, its pieces joined into lines.</summary>
internal static class ImplicitCurve
{
    private const int Cells = 180;

    public static IReadOnlyList<IReadOnlyList<PlotPoint>> Trace(
        Func<double, double, double> f,
        double x0,
        double x1,
        double y0,
        double y1,
        Budget budget
    )
    {
        var values = new double[Cells + 1, Cells + 1];
        double X(double i) => x0 + ((x1 - x0) * i / Cells);
        double Y(double j) => y0 + ((y1 - y0) * j / Cells);
        for (var i = 0; i <= Cells; i++)
        {
            budget.Spend(Cells);
            for (var j = 0; j <= Cells; j++)
            {
                var value = f(X(i), Y(j));
                values[i, j] = value == 0 ? 1e-300 : value;
            }
        }

        var edges = new Dictionary<(int, int), List<(int, int)>>();
        var points = new Dictionary<(int, int), PlotPoint>();
        // Edges are numbered twice as fine as cells: even-odd pairs lie on vertical or horizontal sides.
        void Cross(List<(int, int)> found, int i, int j, int di, int dj)
        {
            var (a, b) = (values[i, j], values[i + di, j + dj]);
            if (!double.IsFinite(a) || !double.IsFinite(b) || a * b > 0)
                return;
            var t = a / (a - b);
            var key = ((2 * i) + di, (2 * j) + dj);
            var point = new PlotPoint(X(i + (di * t)), Y(j + (dj * t)));
            // A pole changes sign, too, but f grows towards it.
            if (!(Math.Abs(f(point.X, point.Y)) <= Math.Max(Math.Abs(a), Math.Abs(b))))
                return;
            points[key] = point;
            found.Add(key);
        }

        for (var i = 0; i < Cells; i++)
        {
            for (var j = 0; j < Cells; j++)
            {
                var found = new List<(int, int)>();
                Cross(found, i, j, 1, 0);
                Cross(found, i + 1, j, 0, 1);
                Cross(found, i, j + 1, 1, 0);
                Cross(found, i, j, 0, 1);
                for (var k = 0; k + 1 < found.Count; k += 2)
                {
                    Link(edges, found[k], found[k + 1]);
                    Link(edges, found[k + 1], found[k]);
                }
            }
        }

        return Join(edges, points);
    }

    private static void Link(Dictionary<(int, int), List<(int, int)>> edges, (int, int) from, (int, int) to) =>
        (edges.TryGetValue(from, out var list) ? list : edges[from] = []).Add(to);

    private static List<IReadOnlyList<PlotPoint>> Join(
        Dictionary<(int, int), List<(int, int)>> edges,
        Dictionary<(int, int), PlotPoint> points
    )
    {
        var lines = new List<IReadOnlyList<PlotPoint>>();
        var used = new HashSet<((int, int), (int, int))>();
        // Open lines are started at their ends, closed ones anywhere.
        foreach (var start in edges.Keys.OrderBy(k => edges[k].Count).ToList())
        {
            foreach (var second in edges[start])
            {
                if (!used.Add((start, second)))
                    continue;
                used.Add((second, start));
                var line = new List<PlotPoint> { points[start], points[second] };
                var at = second;
                while (edges[at].FirstOrDefault(n => !used.Contains((at, n)), (-1, -1)) is var next && next != (-1, -1))
                {
                    used.Add((at, next));
                    used.Add((next, at));
                    line.Add(points[next]);
                    at = next;
                }

                lines.Add(line);
            }
        }

        return lines;
    }
}
