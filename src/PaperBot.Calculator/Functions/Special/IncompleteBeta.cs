using PaperBot.Calculator.Numbers;

namespace PaperBot.Calculator.Functions.Special;

/// <summary>The regularised incomplete beta function I(x; a, b).</summary>
internal static class IncompleteBeta
{
    public static double Regularized(double x, double a, double b)
    {
        if (!(a > 0) || !(b > 0) || !(x >= 0) || !(x <= 1))
            return double.NaN;
        if (x is 0 or 1)
            return x;
        return x < (a + 1) / (a + b + 2)
            ? Front(x, a, b) * Fraction(x, a, b) / a
            : 1 - (Front(1 - x, b, a) * Fraction(1 - x, b, a) / b);
    }

    /// <summary>1 − I without the loss of the difference.</summary>
    public static double Complement(double x, double a, double b) =>
        x < (a + 1) / (a + b + 2) ? 1 - Regularized(x, a, b) : Regularized(1 - x, b, a);

    private static double Front(double x, double a, double b)
    {
        if (a + b < 100)
            return Math.Pow(x, a) * Math.Exp(b * Elementary.Log1P(-x)) / GammaFunction.Beta(a, b);
        var m = new BigMath(140);
        var (bx, ba, bb) = (BigFloat.FromDouble(x), BigFloat.FromDouble(a), BigFloat.FromDouble(b));
        var log = m.Add(m.Multiply(ba, m.Log(bx)), m.Multiply(bb, m.Log(m.Subtract(1, bx))));
        var beta = m.Subtract(
            m.Add(BigGamma.LogAbs(ba, 140), BigGamma.LogAbs(bb, 140)),
            BigGamma.LogAbs(m.Add(ba, bb), 140)
        );
        return m.Exp(m.Subtract(log, beta)).ToDouble();
    }

    private static double Fraction(double x, double a, double b)
    {
        const double Tiny = 1e-300;
        double c = 1;
        var d = 1 - ((a + b) * x / (a + 1));
        d = 1 / (Math.Abs(d) < Tiny ? Tiny : d);
        var h = d;
        for (var m = 1; m < 100_000; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            h *= Step(even, ref c, ref d);
            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            var delta = Step(odd, ref c, ref d);
            h *= delta;
            if (Math.Abs(delta - 1) < 2e-16)
                break;
        }

        return h;

        static double Step(double coefficient, ref double c, ref double d)
        {
            d = 1 + (coefficient * d);
            d = 1 / (Math.Abs(d) < Tiny ? Tiny : d);
            c = 1 + (coefficient / c);
            c = Math.Abs(c) < Tiny ? Tiny : c;
            return c * d;
        }
    }
}
