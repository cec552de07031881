using PaperBot.Calculator.Limits;

namespace PaperBot.Calculator.Equations;

/// <summary>All real roots of a function in a range: by sign changes, and by minima of |f| that touch zero.</summary>
internal static class RootScanner
{
    /// <summary>Roots, the poles that looked like roots, and places in stretches of zeros.</summary>
    public readonly record struct Found(
        IReadOnlyList<double> Roots,
        IReadOnlyList<double> Poles,
        IReadOnlyList<double> Flats,
        bool IsPartial
    );

    public static Found Find(
        Func<double, double> f,
        double low,
        double high,
        Budget budget,
        int samples,
        int limit,
        Func<double, double>? slope = null
    )
    {
        var grid = Grid(low, high, samples);
        var values = Array.ConvertAll(grid, x => f(x));
        var roots = new List<double>();
        var poles = new List<double>();
        var flats = new List<double>();
        for (var i = 0; i < grid.Length; i++)
        {
            budget.Spend();
            if (roots.Count >= limit)
                return new Found(Distinct(roots), poles, flats, true);
            if (values[i] == 0)
            {
                // Zero over a whole stretch: perhaps only too small to be told from zero.
                var isFlat = (i > 0 && values[i - 1] == 0) || (i + 1 < grid.Length && values[i + 1] == 0);
                (isFlat ? flats : roots).Add(grid[i]);
                continue;
            }

            if (i == 0 || values[i - 1] == 0)
                continue;
            if (values[i] * values[i - 1] < 0)
                Classify(
                    f,
                    Brent(f, grid[i - 1], grid[i], values[i - 1], values[i], budget),
                    grid[i] - grid[i - 1],
                    roots,
                    poles
                );
            else if (double.IsNaN(values[i]) != double.IsNaN(values[i - 1]))
                Border(f, grid[i - 1], grid[i], roots, budget);
            else if (i + 1 < grid.Length && IsDip(values, i))
                Touch(f, slope, grid[i - 1], grid[i + 1], roots, budget);
        }

        return new Found(Distinct(roots), poles, flats, false);
    }

    /// <summary>A root between two values of different sign, to the last place.</summary>
    public static double Brent(Func<double, double> f, double a, double b, double fa, double fb, Budget budget)
    {
        if (Math.Abs(fa) < Math.Abs(fb))
            (a, b, fa, fb) = (b, a, fb, fa);
        double c = a,
            fc = fa,
            d = b - a,
            e = d;
        for (var i = 0; i < 300 && fb != 0; i++)
        {
            budget.Spend(4);
            if (fb * fc > 0)
                (c, fc, d, e) = (a, fa, b - a, b - a);
            if (Math.Abs(fc) < Math.Abs(fb))
                (a, b, c, fa, fb, fc) = (b, c, b, fb, fc, fb);
            var tolerance = 2.3e-16 * Math.Abs(b);
            var half = (c - b) / 2;
            if (Math.Abs(half) <= tolerance)
                break;
            if (Math.Abs(e) >= tolerance && Math.Abs(fa) > Math.Abs(fb))
            {
                var s = fb / fa;
                double p,
                    q;
                if (a == c)
                {
                    p = 2 * half * s;
                    q = 1 - s;
                }
                else
                {
                    var r = fb / fc;
                    var t = fa / fc;
                    p = s * ((2 * half * t * (t - r)) - ((b - a) * (r - 1)));
                    q = (t - 1) * (r - 1) * (s - 1);
                }

                q = p > 0 ? -q : q;
                p = Math.Abs(p);
                var isGood = 2 * p < Math.Min((3 * half * q) - Math.Abs(tolerance * q), Math.Abs(e * q));
                (d, e) = isGood ? (p / q, d) : (half, half);
            }
            else
            {
                (d, e) = (half, half);
            }

            (a, fa) = (b, fb);
            b +=
                Math.Abs(d) > tolerance ? d
                : half > 0 ? Math.Max(tolerance, double.Epsilon)
                : -Math.Max(tolerance, double.Epsilon);
            fb = f(b);
            if (double.IsNaN(fb))
                return double.NaN;
        }

        return b;
    }

    /// <summary>A minimum of |f| between two points, by golden section.</summary>
    public static double Golden(Func<double, double> f, double a, double b, Budget budget)
    {
        var ratio = (Math.Sqrt(5) - 1) / 2;
        var x = b - (ratio * (b - a));
        var y = a + (ratio * (b - a));
        var (fx, fy) = (f(x), f(y));
        for (var i = 0; i < 120 && b - a > 1e-15 * (Math.Abs(a) + Math.Abs(b)); i++)
        {
            budget.Spend(2);
            if (fx < fy)
            {
                (b, y, fy) = (y, x, fx);
                x = b - (ratio * (b - a));
                fx = f(x);
            }
            else
            {
                (a, x, fx) = (x, y, fy);
                y = a + (ratio * (b - a));
                fy = f(y);
            }
        }

        return (a + b) / 2;
    }

    /// <summary>Even steps in a finite range; from 10⁻⁶ to 10¹² on both sides of an infinite one.</summary>
    private static double[] Grid(double low, double high, int samples)
    {
        var grid = new SortedSet<double>();
        var (from, to) = (Math.Max(low, -20), Math.Min(high, 20));
        if (double.IsFinite(low) && double.IsFinite(high))
            (from, to) = (low, high);
        if (double.IsInfinity(low) && high < -20)
            (from, to) = (high - 40, high);
        if (double.IsInfinity(high) && low > 20)
            (from, to) = (low, low + 40);
        for (var i = 0; i <= samples; i++)
            grid.Add(i == samples ? to : from + ((to - from) * i / samples));
        // Crowded towards the ends, where roots of functions with singular ends lie.
        for (var k = 1; k <= 40; k++)
        {
            var part = (to - from) * Math.Pow(0.5, k);
            grid.Add(from + part);
            grid.Add(to - part);
        }

        for (var k = 0; k < samples / 2; k++)
        {
            var far = Math.Pow(10, 1.3 + (10.7 * k / (samples / 2.0)));
            if (double.IsInfinity(high))
                grid.Add(Math.Max(to, 0) + far);
            if (double.IsInfinity(low))
                grid.Add(Math.Min(from, 0) - far);
        }

        if (from < 0 && to > 0)
        {
            for (var k = 1; k < 40; k++)
            {
                grid.Add(Math.Pow(10, -k / 4.0) * to);
                grid.Add(Math.Pow(10, -k / 4.0) * from);
            }
        }

        return [.. grid];
    }

    private static bool IsDip(double[] values, int i)
    {
        var (before, here, after) = (Math.Abs(values[i - 1]), Math.Abs(values[i]), Math.Abs(values[i + 1]));
        return values[i] * values[i + 1] > 0 && here <= before && here <= after && double.IsFinite(here);
    }

    /// <summary>Towards a root |f| falls, towards a pole it grows.</summary>
    private static void Classify(
        Func<double, double> f,
        double root,
        double width,
        List<double> roots,
        List<double> poles
    )
    {
        if (double.IsNaN(root))
            return;
        var step = Math.Max(width * 1e-4, Math.Abs(root) * 1e-12);
        var away = Math.Min(Math.Abs(f(root - step)), Math.Abs(f(root + step)));
        var near = Math.Max(Math.Abs(f(root - (step / 1000))), Math.Abs(f(root + (step / 1000))));
        if (Math.Abs(f(root)) <= away * 1.000001 && (near <= away * 1.5 || double.IsNaN(near)) || f(root) == 0)
            roots.Add(root);
        else
            poles.Add(root);
    }

    /// <summary>Where f stops being real there may be a root at the very border, as for √x at 0.</summary>
    private static void Border(Func<double, double> f, double a, double b, List<double> roots, Budget budget)
    {
        var isLeft = double.IsNaN(f(a));
        for (var i = 0; i < 200; i++)
        {
            budget.Spend();
            var middle = (a + b) / 2;
            if (middle <= a || middle >= b)
                break;
            if (double.IsNaN(f(middle)) == isLeft)
                a = middle;
            else
                b = middle;
        }

        var (inside, direction) = isLeft ? (b, 1) : (a, -1);
        var far = Math.Abs(f(inside + (direction * Math.Max(1e-6, Math.Abs(inside) * 1e-6))));
        if (Math.Abs(f(inside)) < 1e-7 * far || f(inside) == 0)
            roots.Add(Math.Abs(inside) < 1e-300 ? 0 : inside);
    }

    private static void Touch(
        Func<double, double> f,
        Func<double, double>? slope,
        double a,
        double b,
        List<double> roots,
        Budget budget
    )
    {
        var scale = Math.Max(Math.Abs(f(a)), Math.Abs(f(b)));
        if (!double.IsFinite(scale))
            return;
        double place;
        if (slope is not null && slope(a) is var sa && slope(b) is var sb && sa * sb < 0)
            place = Brent(slope, a, b, sa, sb, budget);
        else
            place = Golden(x => Math.Abs(f(x)), a, b, budget);
        if (double.IsNaN(place))
            return;
        // Two simple roots close together show up as a change of sign at the minimum.
        var value = f(place);
        if (value * f(a) < 0)
        {
            roots.Add(Brent(f, a, place, f(a), value, budget));
            roots.Add(Brent(f, place, b, value, f(b), budget));
        }
        else if (Math.Abs(value) <= 1e-13 * scale)
        {
            roots.Add(place);
        }
    }

    private static List<double> Distinct(List<double> roots)
    {
        var distinct = new List<double>();
        foreach (var root in roots.Where(double.IsFinite).Order())
        {
            if (distinct.Count == 0 || root - distinct[^1] > 1e-9 * Math.Max(Math.Abs(root), 1e-6))
                distinct.Add(root);
        }

        return distinct;
    }
}
