using PaperBot.Calculator.Numbers;

namespace PaperBot.Calculator.Functions.Special;

/// <summary>
/// J, Y, I, K of real order. Doubles by series, recurrence and asymptotics where these are exact to a few units;
/// elsewhere, and near the zeros, by the power series with as many bits as cancel.
/// </summary>
internal static class Bessel
{
    private const double Large = 25;

    public static double J(double v, double x)
    {
        if (double.IsNaN(v) || double.IsNaN(x))
            return double.NaN;
        var isWhole = v == Math.Floor(v);
        if (x < 0)
            return isWhole ? (v % 2 == 0 ? J(v, -x) : -J(v, -x)) : double.NaN;
        if (isWhole && v < 0)
            return v % 2 == 0 ? J(-v, x) : -J(-v, x);
        if (x == 0)
            return v == 0 ? 1
                : v > 0 ? 0
                : double.NaN;
        if (v > -1 && x * x < 2 * (v + 1) && v < 150)
            return Series(v, x, -1);
        if (x > Math.Max(Large, v * v / 2))
            return Checked(Hankel(v, x).J, x, () => BigBessel.J(v, x, 80).ToDouble());
        if (isWhole && v < 200 && x < 2000)
            return Checked(Miller((int)v, x)[(int)v], x, () => BigBessel.J(v, x, 80).ToDouble());
        return x < 3000 && Math.Abs(v) < 1e7 ? BigBessel.J(v, x, 80).ToDouble() : double.NaN;
    }

    public static double Y(double v, double x)
    {
        if (!(x > 0) || double.IsNaN(v))
            return x == 0 ? double.NegativeInfinity : double.NaN;
        var isWhole = v == Math.Floor(v);
        if (isWhole && v < 0)
            return v % 2 == 0 ? Y(-v, x) : -Y(-v, x);
        if (x > Math.Max(Large, v * v / 2))
            return Checked(Hankel(v, x).Y, x, () => BigBessel.Y(v, x, 80).ToDouble());
        if (isWhole && v < 200 && x < 2000)
            return Neumann((int)v, x);
        return x < 3000 && Math.Abs(v) < 1e7 ? BigBessel.Y(v, x, 80).ToDouble() : double.NaN;
    }

    public static double I(double v, double x)
    {
        var isWhole = v == Math.Floor(v);
        if (double.IsNaN(v) || double.IsNaN(x) || (x < 0 && !isWhole))
            return double.NaN;
        if (x < 0)
            return v % 2 == 0 ? I(v, -x) : -I(v, -x);
        if (isWhole && v < 0)
            v = -v;
        if (x == 0)
            return v == 0 ? 1
                : v > 0 ? 0
                : double.NaN;
        if (v > -1 && v < 150 && x < 100)
            return Series(v, x, 1);
        return x <= 5000 && Math.Abs(v) < 1e7 ? BigBessel.I(v, x, 80).ToDouble() : double.NaN;
    }

    public static double K(double v, double x)
    {
        if (!(x > 0) || double.IsNaN(v))
            return x == 0 ? double.PositiveInfinity : double.NaN;
        var (sum, exponent) = Trapezium(Math.Abs(v), x);
        return sum * Math.Exp(exponent);
    }

    /// <summary>K with a wide exponent.</summary>
    public static BigFloat BigK(double v, double x)
    {
        if (!(x > 0) || Math.Abs(v) > 1e7 || x > 1e9)
            throw new OverflowException();
        var (sum, exponent) = Trapezium(Math.Abs(v), x);
        var m = new BigMath(80);
        return m.Multiply(BigFloat.FromDouble(sum), m.Exp(BigFloat.FromDouble(exponent)));
    }

    /// <summary>
    /// K(v, x) = ∫ exp(−x·cosh t)·cosh(vt) dt over t ≥ 0: the trapezium rule converges exponentially. The largest
    /// exponent is taken out.
    /// </summary>
    private static (double Sum, double Exponent) Trapezium(double v, double x)
    {
        var peak = Math.Asinh(v / x);
        double Exponent(double t) => (-2 * x * Math.Pow(Math.Sinh(t / 2), 2)) + (v * t);
        var top = Exponent(peak);
        var h = Math.Min(0.12, 0.5 / Math.Pow((x * x) + (v * v), 0.25));
        double sum = 0.5 * 2 * Math.Exp(-top);
        for (var k = 1; k < 200_000; k++)
        {
            var t = k * h;
            var term = Math.Exp(Exponent(t) - top);
            sum += term + Math.Exp(Exponent(t) - top - (2 * v * t));
            if (t > peak && term < sum * 1e-18)
                break;
        }

        return (sum * h / 2, top - x);
    }

    private static double Checked(double value, double x, Func<double> better) =>
        x < 3000 && Math.Abs(value) * Math.Sqrt(x) < 0.02 ? better() : value;

    private static double Series(double v, double x, int sign)
    {
        var quarter = x * x / 4;
        double term = 1,
            sum = 1;
        for (var k = 1; k < 2000; k++)
        {
            term *= sign * quarter / (k * (k + v));
            sum += term;
            if (Math.Abs(term) < 1e-18 * Math.Abs(sum))
                break;
        }

        var prefix = Math.Pow(x / 2, v) / GammaFunction.Gamma(v + 1);
        if (prefix == 0 || !double.IsFinite(prefix) || Math.Abs(prefix) < 1e-300)
            return sign > 0 ? BigBessel.I(v, x, 80).ToDouble() : BigBessel.J(v, x, 80).ToDouble();
        return prefix * sum;
    }

    private static (double J, double Y) Hankel(double v, double x)
    {
        var mu = 4 * v * v;
        double p = 1,
            q = 0,
            term = 1;
        for (var k = 1; k < 200; k++)
        {
            var odd = (2 * k) - 1.0;
            var next = term * (mu - (odd * odd)) / (k * 8 * x);
            if (Math.Abs(next) > Math.Abs(term) && k > v)
                break;
            term = next;
            switch (k % 4)
            {
                case 1:
                    q += term;
                    break;
                case 2:
                    p -= term;
                    break;
                case 3:
                    q -= term;
                    break;
                default:
                    p += term;
                    break;
            }

            if (Math.Abs(term) < 1e-18)
                break;
        }

        // cos(x − (v/2 + 1/4)π) without a subtraction of large angles.
        var (sin, cos) = Math.SinCos(x);
        var shift = (v / 2) + 0.25;
        var (s, c) = (GammaFunction.SinPi(shift), GammaFunction.CosPi(shift));
        var cosine = (cos * c) + (sin * s);
        var sine = (sin * c) - (cos * s);
        var scale = Math.Sqrt(2 / (Math.PI * x));
        return (scale * ((p * cosine) - (q * sine)), scale * ((p * sine) + (q * cosine)));
    }

    /// <summary>J(0..), by recurrence downwards, made to a sum of one.</summary>
    private static double[] Miller(int n, double x)
    {
        var top = Math.Max(n, (int)x);
        var start = 2 * (((int)(top + 24 + Math.Sqrt(60 * (top + 1.0)))) / 2);
        var values = new double[start + 2];
        values[start] = 1e-290;
        double sum = 0;
        for (var k = start; k >= 1; k--)
        {
            values[k - 1] = (2 * k / x * values[k]) - values[k + 1];
            if (Math.Abs(values[k - 1]) > 1e250)
            {
                for (var i = k - 1; i <= start; i++)
                    values[i] *= 1e-250;
                sum *= 1e-250;
            }

            if (k % 2 == 1)
                sum += (k == 1 ? 1 : 2) * values[k - 1];
        }

        for (var k = 0; k < values.Length; k++)
            values[k] /= sum;
        return values;
    }

    /// <summary>Y(0) and Y(1) from the J's (Neumann), then upwards, which is stable.</summary>
    private static double Neumann(int n, double x)
    {
        var j = Miller(1, x);
        var log = Math.Log(x / 2) + GammaFunction.Euler;
        double sum0 = 0,
            sum1 = 0;
        for (var k = 1; (2 * k) + 1 < j.Length; k++)
        {
            var sign = k % 2 == 0 ? 1 : -1;
            sum0 += sign * j[2 * k] / k;
            sum1 += sign * ((2 * k) + 1.0) / (k * (k + 1.0)) * j[(2 * k) + 1];
        }

        var y0 = (2 / Math.PI * log * j[0]) - (4 / Math.PI * sum0);
        var y1 = 2 / Math.PI * ((-j[0] / x) + ((log - 1) * j[1]) - sum1);
        if (n <= 1)
            return Checked(n == 0 ? y0 : y1, Math.Max(x, 1), () => BigBessel.Y(n, x, 80).ToDouble());
        double before = y0,
            value = y1;
        var small = Math.Min(Math.Abs(y0), Math.Abs(y1));
        for (var k = 1; k < n; k++)
            (before, value) = (value, (2 * k / x * value) - before);
        return x > n || small < 0.02 ? Checked(value, Math.Max(x, 1), () => BigBessel.Y(n, x, 80).ToDouble()) : value;
    }
}
