using PaperBot.Calculator.Numbers;

namespace PaperBot.Calculator.Functions.Special;

/// <summary>Γ, ln Γ, digamma and beta to about 1e-15 relative, with more digits where doubles cancel.</summary>
internal static class GammaFunction
{
    public const double Euler = 0.57721566490153286061;

    // Lanczos' approximation with g = 6.0247, the rational form of 13 terms (Boost's published coefficients).
    private const double G = 6.024680040776729583740234375;

    private static readonly double[] Numerator =
    [
        23531376880.41075968857200767445163675473076,
        42919803642.64909876895789904700198885093263,
        35711959237.35566804944018545154716670596718,
        17921034426.03720969991975575445893111267403,
        6039542586.352028005064291644307297921069938,
        1439720407.311721673663223072794912393972486,
        248874557.8620541565114603864132294232163077,
        31426415.58540019438061423162831820536287788,
        2876370.628935372441225409051620849613599112,
        186056.2653952234950402949897160456992822505,
        8071.672002365816210638002902272250613821892,
        210.8242777515793458725097339207133627117643,
        2.506628274631000270164908177133837338626431,
    ];

    private static readonly double[] Denominator =
    [
        0,
        39916800,
        120543840,
        150917976,
        105258076,
        45995730,
        13339535,
        2637558,
        357423,
        32670,
        1925,
        66,
        1,
    ];

    public static double Gamma(double x)
    {
        if (double.IsNaN(x) || (x <= 0 && x == Math.Floor(x)))
            return double.NaN;
        if (x > 171.7)
            return double.PositiveInfinity;
        if (x < -180)
            return 0;
        if (x == Math.Floor(x) && x <= 23)
        {
            double product = 1;
            for (var i = 2; i < x; i++)
                product *= i;
            return product;
        }

        if (x < 0.5)
            return Math.PI / (SinPi(x) * Gamma(1 - x));
        // Down into [1, 2): the product is more exact than a large power.
        if (x < 40)
        {
            double factor = 1;
            while (x >= 2)
            {
                x -= 1;
                factor *= x;
            }

            return factor * Lanczos(x);
        }

        return Lanczos(x);
    }

    /// <summary>ln |Γ(x)|.</summary>
    public static double LogGamma(double x)
    {
        if (double.IsNaN(x) || (x <= 0 && x == Math.Floor(x)))
            return double.NaN;
        if (x < 0)
        {
            var reflected = Math.Log(Math.PI / Math.Abs(SinPi(x))) - LogGamma(1 - x);
            return Math.Abs(reflected) > 0.05 ? reflected : BigGamma.LogAbs(BigFloat.FromDouble(x), 160).ToDouble();
        }

        if (x < 3)
        {
            // Zeros at 1 and 2: by the factor that is left after the recurrence, with more digits near them.
            if (Math.Abs(x - 1) < 0.3 || Math.Abs(x - 2) < 0.3)
                return BigGamma.LogAbs(BigFloat.FromDouble(x), 120).ToDouble();
            return Math.Log(Math.Abs(Gamma(x)));
        }

        if (x < 100)
            return Math.Log(Gamma(x));
        return Stirling(x);
    }

    public static double Digamma(double x)
    {
        if (double.IsNaN(x) || (x <= 0 && x == Math.Floor(x)))
            return double.NaN;
        double result = 0;
        double largest = 0;
        var y = x;
        if (y < 0)
        {
            result = -Math.PI / TanPi(y);
            largest = Math.Abs(result);
            y = 1 - y;
        }

        while (y < 12)
        {
            result -= 1 / y;
            y += 1;
        }

        var inverse = 1 / (y * y);
        var tail =
            inverse
            * (
                1.0 / 12
                - (
                    inverse
                    * (
                        1.0 / 120
                        - (
                            inverse
                            * (
                                1.0 / 252
                                - (inverse * (1.0 / 240 - (inverse * (1.0 / 132 - (inverse * (691.0 / 32760))))))
                            )
                        )
                    )
                )
            );
        var main = Math.Log(y) - (0.5 / y) - tail;
        largest = Math.Max(largest, Math.Abs(main));
        result += main;
        return Math.Abs(result) > largest * 0.01 || Math.Abs(x) > 1e6
            ? result
            : BigGamma.Digamma(BigFloat.FromDouble(x), 200).ToDouble();
    }

    /// <summary>The n-th derivative of digamma for x &gt; 0.</summary>
    public static double Polygamma(int n, double x)
    {
        if (n == 0)
            return Digamma(x);
        if (x <= 0)
            return double.NaN;
        double sum = 0;
        var sign = n % 2 == 0 ? -1.0 : 1.0;
        var factorial = Gamma(n + 1);
        while (x < 20 + n)
        {
            sum += Math.Pow(x, -n - 1);
            x += 1;
        }

        // Euler-Maclaurin for the rest of Σ 1/(x + k)^(n+1).
        var tail = (Math.Pow(x, -n) / n) + (0.5 * Math.Pow(x, -n - 1));
        double[] bernoulli = [1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730, 7.0 / 6];
        double rising = n + 1;
        double fact = 2;
        for (var k = 0; k < bernoulli.Length; k++)
        {
            tail += bernoulli[k] * rising / fact * Math.Pow(x, -n - 2 - (2 * k));
            rising *= (n + 2.0 + (2 * k)) * (n + 3.0 + (2 * k));
            fact *= (2.0 * k + 3) * (2.0 * k + 4);
        }

        return sign * factorial * (sum + tail);
    }

    public static double Beta(double a, double b)
    {
        if (a <= 0 || b <= 0)
            return Gamma(a) * Gamma(b) / Gamma(a + b);
        if (a + b < 160)
            return Gamma(a) / Gamma(a + b) * Gamma(b);
        return BigGamma.Beta(BigFloat.FromDouble(a), BigFloat.FromDouble(b), 160).ToDouble();
    }

    public static double SinPi(double x)
    {
        var reduced = x - (2 * Math.Floor(x / 2));
        return reduced switch
        {
            <= 0.5 => Math.Sin(Math.PI * reduced),
            <= 1.5 => Math.Sin(Math.PI * (1 - reduced)),
            _ => Math.Sin(Math.PI * (reduced - 2)),
        };
    }

    public static double CosPi(double x)
    {
        var reduced = Math.Abs(x) - (2 * Math.Floor(Math.Abs(x) / 2));
        return reduced switch
        {
            <= 0.25 => Math.Cos(Math.PI * reduced),
            <= 0.75 => Math.Sin(Math.PI * (0.5 - reduced)),
            <= 1.25 => -Math.Cos(Math.PI * (1 - reduced)),
            <= 1.75 => Math.Sin(Math.PI * (reduced - 1.5)),
            _ => Math.Cos(Math.PI * (2 - reduced)),
        };
    }

    private static double TanPi(double x) => SinPi(x) / CosPi(x);

    private static double Lanczos(double x)
    {
        double above = 0,
            below = 0;
        if (x <= 1)
        {
            for (var i = Numerator.Length - 1; i >= 0; i--)
            {
                above = (above * x) + Numerator[i];
                below = (below * x) + Denominator[i];
            }
        }
        else
        {
            for (var i = 0; i < Numerator.Length; i++)
            {
                above = (above / x) + Numerator[i];
                below = (below / x) + Denominator[i];
            }
        }

        var t = x + G - 0.5;
        var half = Math.Pow(t, (x - 0.5) / 2);
        return above / below * half * Math.Exp(-t) * half;
    }

    private static double Stirling(double x)
    {
        var inverse = 1 / (x * x);
        var series = (1.0 / 12 - (inverse * (1.0 / 360 - (inverse * (1.0 / 1260 - (inverse / 1680)))))) / x;
        return ((x - 0.5) * Math.Log(x)) - x + 0.91893853320467274178 + series;
    }
}
