namespace PaperBot.Calculator.Functions.Special;

/// <summary>The inverse of w·eʷ, on both real branches.</summary>
internal static class LambertW
{
    public static double Principal(double x) => Branch(x, 0);

    public static double Branch(double x, double branch)
    {
        if (double.IsNaN(x) || x < -1 / Math.E - 1e-16 || branch is not (0 or -1) || (branch == -1 && x >= 0))
            return double.NaN;
        if (x == 0)
            return 0;
        var w = Start(x, branch == 0);
        for (var i = 0; i < 60; i++)
        {
            var e = Math.Exp(w);
            var f = (w * e) - x;
            var below = (e * (w + 1)) - ((w + 2) * f / ((2 * w) + 2));
            if (below == 0 || !double.IsFinite(below))
                break;
            var step = f / below;
            w -= step;
            if (Math.Abs(step) <= 1e-16 * Math.Abs(w))
                break;
        }

        return w;
    }

    private static double Start(double x, bool isPrincipal)
    {
        var p = Math.Sqrt(Math.Max(0, 2 * ((Math.E * x) + 1)));
        if (!isPrincipal)
            p = -p;
        if (x < -0.25 || (isPrincipal && x < 0.1 && x > -0.3 && p < 1))
            return -1 + p - (p * p / 3) + (11 * p * p * p / 72);
        if (!isPrincipal)
        {
            var log = Math.Log(-x);
            return log - Math.Log(-log);
        }

        return x < 3 ? Elementary.Log1P(x) * 0.7 : Math.Log(x) - Math.Log(Math.Log(x));
    }
}
