using PaperBot.Calculator.Numbers;

namespace PaperBot.Calculator.Functions.Special;

/// <summary>Bessel functions by their power series, with as many bits as the terms cancel.</summary>
internal static class BigBessel
{
    /// <summary>Beyond this the series would need too many digits.</summary>
    private const double Largest = 5000;

    public static BigFloat J(double v, double x, int bits) =>
        Series(BigFloat.FromDouble(v), x, -1, Work(x, bits)).Round(bits);

    public static BigFloat I(double v, double x, int bits) =>
        Series(BigFloat.FromDouble(v), x, 1, bits + 40).Round(bits);

    /// <summary>(J(v)·cos vπ − J(−v))/sin vπ; whole orders are moved by less than can be seen.</summary>
    public static BigFloat Y(double v, double x, int bits)
    {
        var work = Work(x, bits) + 200;
        var order = BigFloat.FromDouble(v);
        if (v == Math.Floor(v))
            order = new BigMath(300).Add(order, new BigFloat(1, -110));
        var m = new BigMath(work);
        var sin = BigGamma.SinPi(m, order);
        var cos = BigGamma.SinPi(m, m.Add(order, new BigFloat(1, -1)));
        var plus = Series(order, x, -1, work);
        var minus = Series(-order, x, -1, work);
        return m.Divide(m.Subtract(m.Multiply(plus, cos), minus), sin).Round(bits);
    }

    private static int Work(double x, int bits) =>
        Math.Abs(x) <= Largest ? bits + 80 + (int)(1.45 * x) : throw new OverflowException();

    private static BigFloat Series(BigFloat v, double x, int sign, int bits)
    {
        if (!(Math.Abs(x) <= Largest) || v.Magnitude > 24)
            throw new OverflowException();
        var m = new BigMath(bits);
        var half = BigFloat.FromDouble(x / 2);
        var quarter = m.Multiply(half, half);
        BigFloat term = 1,
            sum = 1;
        for (var k = 1; k < 20_000; k++)
        {
            term = m.Divide(m.Multiply(term, quarter), m.Multiply(k, m.Add(k, v)));
            if (sign < 0)
                term = -term;
            sum = m.Add(sum, term);
            if (term.Magnitude < sum.Magnitude - bits && k > x / 2)
                break;
        }

        var prefix = m.Divide(m.Power(half, v), BigGamma.Gamma(m.Add(v, 1), bits));
        return m.Multiply(prefix, sum);
    }
}
