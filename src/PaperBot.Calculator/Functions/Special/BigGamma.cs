using System.Numerics;
using PaperBot.Calculator.Numbers;

namespace PaperBot.Calculator.Functions.Special;

/// <summary>Γ and its kin with any count of bits, by Stirling's series after a shift.</summary>
internal static class BigGamma
{
    private static readonly Lock Gate = new();
    private static readonly List<Rational> Bernoullis = [Rational.One];

    /// <summary>B(2k).</summary>
    public static Rational Bernoulli(int k)
    {
        lock (Gate)
        {
            // Σ binomial(2n+1, j)·B(j) = 0, the odd ones but B(1) = -1/2 being zero.
            while (Bernoullis.Count <= k)
            {
                var m = 2 * Bernoullis.Count;
                Rational sum = Rational.Zero;
                BigInteger binomial = 1;
                for (var j = 0; j < m; j++)
                {
                    if (j % 2 == 0)
                        sum += new Rational(binomial) * Bernoullis[j / 2];
                    else if (j == 1)
                        sum += new Rational(-binomial, 2);
                    binomial = binomial * (m + 1 - j) / (j + 1);
                }

                Bernoullis.Add(-sum / (m + 1));
            }

            return Bernoullis[k];
        }
    }

    /// <summary>ln |Γ(x)|.</summary>
    public static BigFloat LogAbs(BigFloat x, int bits)
    {
        var m = new BigMath(bits + 60);
        if (x.Sign <= 0)
        {
            // |Γ(x)·Γ(1−x)| = π/|sin πx|.
            var sin = BigFloat.Abs(SinPi(m, x));
            return m.Subtract(m.Log(m.Divide(m.Pi, sin)), LogAbs(m.Subtract(1, x), bits + 20)).Round(bits);
        }

        return Positive(m, x).Round(bits);
    }

    public static BigFloat Gamma(BigFloat x, int bits)
    {
        if (x.Exponent >= 0 && x.Sign > 0 && x.Magnitude < 9)
            return new BigFloat(Factorials.Product(2, (int)BigMath.FloorOf(x) - 1), 0).Round(bits);
        var m = new BigMath(bits + 30 + (int)Math.Clamp(x.Magnitude + 20, 0, 200));
        if (x.Sign <= 0)
        {
            var sin = SinPi(m, x);
            if (sin.IsZero)
                throw new DivideByZeroException();
            return m.Divide(m.Pi, m.Multiply(sin, Gamma(m.Subtract(1, x), m.Bits))).Round(bits);
        }

        return m.Exp(Positive(m, x)).Round(bits);
    }

    public static BigFloat Beta(BigFloat a, BigFloat b, int bits)
    {
        var m = new BigMath(bits + 60);
        var log = m.Subtract(m.Add(LogAbs(a, m.Bits), LogAbs(b, m.Bits)), LogAbs(m.Add(a, b), m.Bits));
        return m.Exp(log).Round(bits);
    }

    public static BigFloat Digamma(BigFloat x, int bits)
    {
        var m = new BigMath(bits + 40);
        BigFloat result = BigFloat.Zero;
        if (x.Sign <= 0)
        {
            var sin = SinPi(m, x);
            var cos = SinPi(m, m.Add(x, new BigFloat(1, -1)));
            result = -m.Divide(m.Multiply(m.Pi, cos), sin);
            x = m.Subtract(1, x);
        }

        var least = (bits / 6) + 8;
        while (x.CompareTo(least) < 0)
        {
            result = m.Subtract(result, m.Divide(1, x));
            x = m.Add(x, 1);
        }

        result = m.Add(result, m.Subtract(m.Log(x), m.Divide(new BigFloat(1, -1), x)));
        var square = m.Multiply(x, x);
        var power = square;
        for (var k = 1; k < least * 3; k++)
        {
            var term = m.Divide(m.Of(Bernoulli(k) / (2 * k)), power);
            result = m.Subtract(result, term);
            if (term.Magnitude < result.Magnitude - m.Bits)
                break;
            power = m.Multiply(power, square);
        }

        return result.Round(bits);
    }

    public static BigFloat SinPi(BigMath m, BigFloat x)
    {
        // Whole turns are taken off exactly.
        var turns = BigMath.FloorOf(new BigFloat(x.Mantissa, x.Exponent - 1));
        var exact = new BigMath(BigFloat.Length(x.Mantissa) + Math.Max(0, x.Exponent) + 64);
        var rest = exact.Subtract(x, new BigFloat(turns * 2, 0));
        var wide = new BigMath(m.Bits + 20);
        return wide.Sin(wide.Multiply(wide.Pi, rest)).Round(m.Bits);
    }

    private static BigFloat Positive(BigMath outer, BigFloat x)
    {
        // Near 1 and 2 the value is small: the bits that cancel are added.
        var near = Math.Min(outer.Subtract(x, 1).Magnitude, outer.Subtract(x, 2).Magnitude);
        var m = new BigMath(outer.Bits + (int)Math.Clamp(-near, 0, 1100) + 30);
        BigFloat shift = 1;
        var least = (m.Bits / 6) + 8;
        while (x.CompareTo(least) < 0)
        {
            shift = m.Multiply(shift, x);
            x = m.Add(x, 1);
        }

        var result = m.Multiply(m.Subtract(x, new BigFloat(1, -1)), m.Log(x));
        result = m.Subtract(result, x);
        var twoPi = new BigFloat(m.Pi.Mantissa, m.Pi.Exponent + 1);
        result = m.Add(result, m.Divide(m.Log(twoPi), 2));
        var square = m.Multiply(x, x);
        var power = x;
        for (var k = 1; k < least * 3; k++)
        {
            var term = m.Divide(m.Of(Bernoulli(k) / (2L * k * ((2 * k) - 1))), power);
            result = m.Add(result, term);
            if (term.Magnitude < result.Magnitude - m.Bits)
                break;
            power = m.Multiply(power, square);
        }

        return shift.Equals(BigFloat.One) ? result : m.Subtract(result, m.Log(shift));
    }
}
