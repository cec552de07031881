using System.Numerics;

namespace PaperBot.Calculator.Numbers;

/// <summary>Continued fractions.</summary>
internal static class Fractions
{
    /// <summary>The simplest fraction within a relative tolerance of the value.</summary>
    public static Rational Nearest(double value, double tolerance)
    {
        var exact = Rational.FromDouble(value);
        var rest = exact;
        BigInteger p0 = 0,
            p1 = 1,
            q0 = 1,
            q1 = 0;
        for (var i = 0; i < 60; i++)
        {
            var whole = rest.Floor();
            (p0, p1) = (p1, (whole * p1) + p0);
            (q0, q1) = (q1, (whole * q1) + q0);
            var candidate = new Rational(p1, q1);
            if (Math.Abs((candidate - exact).ToDouble()) <= tolerance * Math.Abs(value) || rest.IsInteger)
                return candidate;
            rest = Rational.One / (rest - whole);
        }

        return exact;
    }
}
