using PaperBot.Calculator.Numbers;

namespace PaperBot.Calculator.Functions.Special;

/// <summary>Riemann's ζ on the real line, by Borwein's alternating sum.</summary>
internal static class Zeta
{
    private const int Terms = 28;
    private static readonly double[] Weights = MakeWeights();

    public static double Value(double s)
    {
        if (s == 1)
            return double.NaN;
        if (s == 0)
            return -0.5;
        if (s > 60)
            return 1 + Math.Pow(2, -s);
        if (s < 0)
        {
            // ζ(s) = 2^s·π^(s−1)·sin(πs/2)·Γ(1−s)·ζ(1−s).
            var sin = GammaFunction.SinPi(s / 2);
            if (sin == 0)
                return 0;
            if (s < -160)
                return Far(s, sin);
            return 2 * Math.Pow(2 * Math.PI, s - 1) * sin * GammaFunction.Gamma(1 - s) * Value(1 - s);
        }

        double sum = 0;
        for (var k = Terms - 1; k >= 0; k--)
            sum += (k % 2 == 0 ? 1 : -1) * Weights[k] * Math.Pow(k + 1, -s);
        return sum / -Elementary.ExpM1((1 - s) * Math.Log(2));
    }

    private static double Far(double s, double sin)
    {
        var m = new BigMath(120);
        var twoPi = m.Multiply(2, m.Pi);
        var size = m.Multiply(
            m.Power(twoPi, BigFloat.FromDouble(s - 1)),
            BigGamma.Gamma(BigFloat.FromDouble(1 - s), 120)
        );
        return m.Multiply(size, BigFloat.FromDouble(2 * sin)).ToDouble();
    }

    private static double[] MakeWeights()
    {
        // d(k) = n·Σ (n+i−1)!·4^i/((n−i)!·(2i)!), and 1 − d(k)/d(n) weighs the k-th term.
        var d = new Rational[Terms + 1];
        Rational term = new(1, Terms);
        Rational sum = Rational.Zero;
        for (var i = 0; i <= Terms; i++)
        {
            sum += term;
            d[i] = sum * Terms;
            term *= new Rational((Terms + i) * 4L * (Terms - i), ((2L * i) + 1) * ((2 * i) + 2));
        }

        var weights = new double[Terms];
        for (var k = 0; k < Terms; k++)
            weights[k] = ((d[Terms] - d[k]) / d[Terms]).ToDouble();
        return weights;
    }
}
