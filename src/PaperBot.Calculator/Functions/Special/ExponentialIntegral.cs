using System.Numerics;
using PaperBot.Calculator.Numbers;

namespace PaperBot.Calculator.Functions.Special;

/// <summary>Eₙ, Ei, li, Si and Ci.</summary>
internal static class ExponentialIntegral
{
    public static double E(double order, double x)
    {
        if (double.IsNaN(x) || x < 0 || order < 0 || order != Math.Floor(order) || order > 10_000)
            return double.NaN;
        var n = (int)order;
        if (x == 0)
            return n > 1 ? 1.0 / (n - 1) : double.PositiveInfinity;
        if (n == 0)
            return Math.Exp(-x) / x;
        return x > 1 ? Fraction(n, x) : Series(n, x);
    }

    public static double Ei(double x)
    {
        if (x == 0)
            return double.NegativeInfinity;
        if (x < 0)
            return -E(1, -x);
        if (x > 50)
            return Math.Exp(x / 2) * (Asymptotic(x) * Math.Exp(x / 2));
        double term = 1,
            sum = 0;
        for (var k = 1; k < 500; k++)
        {
            term *= x / k;
            sum += term / k;
            if (term / k < 1e-18 * sum)
                break;
        }

        var value = GammaFunction.Euler + Math.Log(x) + sum;
        return Math.Abs(value) > 0.2 ? value : BigEi(x);
    }

    public static double Li(double x) => x == 0 ? 0 : Ei(Math.Log(x));

    public static double Si(double x)
    {
        if (Math.Abs(x) > 4)
        {
            var f = TrigonometricFraction(Math.Abs(x));
            return Math.Sign(x) * ((Math.PI / 2) + f.Imaginary);
        }

        double term = x,
            sum = x;
        for (var k = 1; k < 100 && Math.Abs(term) > 1e-19; k++)
        {
            term *= -x * x / ((2.0 * k) * ((2 * k) + 1));
            sum += term / ((2 * k) + 1);
        }

        return sum;
    }

    public static double Ci(double x)
    {
        if (x <= 0)
            return x == 0 ? double.NegativeInfinity : double.NaN;
        if (x > 4)
            return -TrigonometricFraction(x).Real;
        double term = 1,
            sum = 0;
        for (var k = 1; k < 100; k++)
        {
            term *= -x * x / ((2.0 * k) * ((2 * k) - 1));
            sum += term / (2 * k);
            if (Math.Abs(term) < 1e-19)
                break;
        }

        return GammaFunction.Euler + Math.Log(x) + sum;
    }

    /// <summary>E₁(ix), of which Ci and Si are the parts.</summary>
    private static Complex TrigonometricFraction(double x)
    {
        var b = new Complex(1, x);
        var c = new Complex(1e300, 0);
        var d = 1 / b;
        var h = d;
        for (var i = 1; i < 100_000; i++)
        {
            double a = -i * (double)i;
            b += 2;
            d = 1 / ((a * d) + b);
            c = b + (a / c);
            var delta = c * d;
            h *= delta;
            if (Math.Abs(delta.Real - 1) + Math.Abs(delta.Imaginary) < 3e-16)
                break;
        }

        return h * new Complex(Math.Cos(x), -Math.Sin(x));
    }

    private static double Fraction(int n, double x)
    {
        var b = x + n;
        double c = 1e300;
        var d = 1 / b;
        var h = d;
        for (var i = 1; i < 100_000; i++)
        {
            var a = -i * (n - 1.0 + i);
            b += 2;
            d = 1 / ((a * d) + b);
            c = b + (a / c);
            var delta = c * d;
            h *= delta;
            if (Math.Abs(delta - 1) < 2e-16)
                break;
        }

        return h * Math.Exp(-x);
    }

    private static double Series(int n, double x)
    {
        var sum = n == 1 ? -Math.Log(x) - GammaFunction.Euler : 1.0 / (n - 1);
        double factor = 1;
        for (var i = 1; i < 500; i++)
        {
            factor *= -x / i;
            double term;
            if (i != n - 1)
            {
                term = -factor / (i - n + 1);
            }
            else
            {
                var psi = -GammaFunction.Euler;
                for (var k = 1; k < n; k++)
                    psi += 1.0 / k;
                term = factor * (-Math.Log(x) + psi);
            }

            sum += term;
            if (Math.Abs(term) < Math.Abs(sum) * 1e-17)
                break;
        }

        return sum;
    }

    private static double Asymptotic(double x)
    {
        double term = 1,
            sum = 1;
        for (var k = 1; k < x && term > 1e-17; k++)
        {
            term *= k / x;
            sum += term;
        }

        return sum / x;
    }

    /// <summary>Near its zero at 0.3725 Ei is small beside its parts.</summary>
    private static double BigEi(double x)
    {
        var m = new BigMath(160);
        var value = BigFloat.FromDouble(x);
        var sum = m.Subtract(m.Log(value), BigGamma.Digamma(1, 160));
        BigFloat term = 1;
        for (var k = 1; k < 200; k++)
        {
            term = m.Divide(m.Multiply(term, value), k);
            sum = m.Add(sum, m.Divide(term, k));
            if (term.Magnitude < -200)
                break;
        }

        return sum.ToDouble();
    }
}
