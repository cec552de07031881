using PaperBot.Calculator.Functions.Special;

namespace PaperBot.Calculator.Functions;

/// <summary>The common distributions: density or probability, cumulated, and its inverse.</summary>
internal static class DistributionList
{
    private static readonly double RootTwoPi = Math.Sqrt(2 * Math.PI);

    public static IEnumerable<FunctionEntry> All =>
        [
            Many("normpdf", 1, 3, x => Normal(x, (z, s) => Math.Exp(-z * z / 2) / (s * RootTwoPi))) with
            {
                Aliases = ["dnorm"],
            },
            Many("normcdf", 1, 3, x => Normal(x, (z, _) => ErrorFunction.Erfc(-z / Math.Sqrt(2)) / 2)) with
            {
                Aliases = ["pnorm"],
            },
            Many("norminv", 1, 3, x => Mu(x) - (Sigma(x) * Math.Sqrt(2) * ErrorFunction.ErfcInverse(2 * x[0]))) with
            {
                Aliases = ["qnorm", "probit"],
            },
            Many(
                "tpdf",
                2,
                2,
                x =>
                    Math.Exp(GammaFunction.LogGamma((x[1] + 1) / 2) - GammaFunction.LogGamma(x[1] / 2))
                    / Math.Sqrt(x[1] * Math.PI)
                    * Math.Pow(1 + (x[0] * x[0] / x[1]), -(x[1] + 1) / 2)
            ),
            Many("tcdf", 2, 2, x => StudentT(x[0], x[1])) with
            {
                Aliases = ["pt"],
            },
            Many("tinv", 2, 2, x => Quantiles.Find(x[0], t => StudentT(t, x[1]), double.NegativeInfinity)) with
            {
                Aliases = ["qt"],
            },
            Many("chi2pdf", 2, 2, x => GammaDensity(x[0], x[1] / 2, 0.5)),
            Many("chi2cdf", 2, 2, x => x[0] <= 0 ? 0 : IncompleteGamma.P(x[1] / 2, x[0] / 2)) with
            {
                Aliases = ["pchisq"],
            },
            Many("chi2inv", 2, 2, x => Quantiles.Find(x[0], t => IncompleteGamma.P(x[1] / 2, t / 2), 0)) with
            {
                Aliases = ["qchisq"],
            },
            Many("fpdf", 3, 3, x => FisherDensity(x[0], x[1], x[2])),
            Many("fcdf", 3, 3, x => Fisher(x[0], x[1], x[2])) with
            {
                Aliases = ["pf"],
            },
            Many("finv", 3, 3, x => Quantiles.Find(x[0], t => Fisher(t, x[1], x[2]), 0)) with
            {
                Aliases = ["qf"],
            },
            Many("gampdf", 3, 3, x => GammaDensity(x[0], x[1], 1 / x[2])),
            Many("gamcdf", 3, 3, x => x[0] <= 0 ? 0 : IncompleteGamma.P(x[1], x[0] / x[2])),
            Many("gaminv", 3, 3, x => Quantiles.Find(x[0], t => IncompleteGamma.P(x[1], t / x[2]), 0)),
            Many(
                "betapdf",
                3,
                3,
                x =>
                    x[0] is < 0 or > 1
                        ? 0
                        : Math.Pow(x[0], x[1] - 1) * Math.Pow(1 - x[0], x[2] - 1) / GammaFunction.Beta(x[1], x[2])
            ),
            Many("betacdf", 3, 3, x => IncompleteBeta.Regularized(Math.Clamp(x[0], 0, 1), x[1], x[2])),
            Many("betainv", 3, 3, x => Quantiles.Between(x[0], t => IncompleteBeta.Regularized(t, x[1], x[2]), 0, 1)),
            Many("exppdf", 2, 2, x => x[0] < 0 ? 0 : x[1] * Math.Exp(-x[1] * x[0])),
            Many("expcdf", 2, 2, x => x[0] < 0 ? 0 : -Elementary.ExpM1(-x[1] * x[0])),
            Many("expinv", 2, 2, x => -Elementary.Log1P(-x[0]) / x[1]),
            Many("unifpdf", 3, 3, x => x[0] < x[1] || x[0] > x[2] ? 0 : 1 / (x[2] - x[1])),
            Many("unifcdf", 3, 3, x => Math.Clamp((x[0] - x[1]) / (x[2] - x[1]), 0, 1)),
            Many(
                "lognpdf",
                3,
                3,
                x =>
                    x[0] <= 0
                        ? 0
                        : Normal([Math.Log(x[0]), x[1], x[2]], (z, s) => Math.Exp(-z * z / 2) / (s * RootTwoPi)) / x[0]
            ),
            Many(
                "logncdf",
                3,
                3,
                x =>
                    x[0] <= 0
                        ? 0
                        : Normal([Math.Log(x[0]), x[1], x[2]], (z, _) => ErrorFunction.Erfc(-z / Math.Sqrt(2)) / 2)
            ),
            Many(
                "wblpdf",
                3,
                3,
                x =>
                    x[0] < 0
                        ? 0
                        : x[2] / x[1] * Math.Pow(x[0] / x[1], x[2] - 1) * Math.Exp(-Math.Pow(x[0] / x[1], x[2]))
            ),
            Many("wblcdf", 3, 3, x => x[0] < 0 ? 0 : -Elementary.ExpM1(-Math.Pow(x[0] / x[1], x[2]))),
            Many("cauchypdf", 3, 3, x => 1 / (Math.PI * x[2] * (1 + Math.Pow((x[0] - x[1]) / x[2], 2)))),
            Many("cauchycdf", 3, 3, x => 0.5 + (Math.Atan((x[0] - x[1]) / x[2]) / Math.PI)),
            Many("binompdf", 3, 3, x => Binomial(x[0], x[1], x[2])) with
            {
                Aliases = ["binompmf"],
            },
            Many(
                "binomcdf",
                3,
                3,
                x =>
                    Whole(x[0]) >= x[1] ? 1
                    : x[0] < 0 ? 0
                    : IncompleteBeta.Regularized(1 - x[2], x[1] - Whole(x[0]), Whole(x[0]) + 1)
            ),
            Many(
                "poisspdf",
                2,
                2,
                x =>
                    x[0] < 0 || x[0] != Math.Floor(x[0])
                        ? 0
                        : Math.Exp((x[0] * Math.Log(x[1])) - x[1] - GammaFunction.LogGamma(x[0] + 1))
            ) with
            {
                Aliases = ["poisspmf"],
            },
            Many("poisscdf", 2, 2, x => x[0] < 0 ? 0 : IncompleteGamma.Q(Whole(x[0]) + 1, x[1])),
            Many("geopdf", 2, 2, x => x[0] < 0 || x[0] != Math.Floor(x[0]) ? 0 : x[1] * Math.Pow(1 - x[1], x[0])),
            Many("geocdf", 2, 2, x => x[0] < 0 ? 0 : 1 - Math.Pow(1 - x[1], Whole(x[0]) + 1)),
        ];

    private static FunctionEntry Many(string name, int min, int max, Func<double[], double> real) =>
        new(name, min, max) { RealMany = real };

    private static double Whole(double x) => Math.Floor(x);

    private static double Mu(double[] x) => x.Length > 1 ? x[1] : 0;

    private static double Sigma(double[] x) =>
        x.Length > 2
            ? x[2] > 0
                ? x[2]
                : double.NaN
            : 1;

    private static double Normal(double[] x, Func<double, double, double> f) => f((x[0] - Mu(x)) / Sigma(x), Sigma(x));

    private static double StudentT(double t, double v)
    {
        var tail = IncompleteBeta.Regularized(v / (v + (t * t)), v / 2, 0.5) / 2;
        return t > 0 ? 1 - tail : tail;
    }

    private static double Fisher(double x, double m, double n) =>
        x <= 0 ? 0 : IncompleteBeta.Regularized(m * x / ((m * x) + n), m / 2, n / 2);

    private static double FisherDensity(double x, double m, double n) =>
        x < 0
            ? 0
            : Math.Sqrt(Math.Pow(m * x, m) * Math.Pow(n, n) / Math.Pow((m * x) + n, m + n))
                / (x * GammaFunction.Beta(m / 2, n / 2));

    private static double GammaDensity(double x, double shape, double rate) =>
        x < 0 ? 0
        : x == 0
            ? (
                shape == 1 ? rate
                : shape < 1 ? double.PositiveInfinity
                : 0
            )
        : Math.Exp((shape * Math.Log(rate)) + ((shape - 1) * Math.Log(x)) - (rate * x) - GammaFunction.LogGamma(shape));

    private static double Binomial(double k, double n, double p)
    {
        if (k < 0 || k > n || k != Math.Floor(k) || n != Math.Floor(n) || !(p >= 0 && p <= 1))
            return n >= 0 && p >= 0 && p <= 1 ? 0 : double.NaN;
        if (p is 0 or 1)
            return (p == 0 ? k == 0 : k == n) ? 1 : 0;
        var log = GammaFunction.LogGamma(n + 1) - GammaFunction.LogGamma(k + 1) - GammaFunction.LogGamma(n - k + 1);
        return Math.Exp(log + (k * Math.Log(p)) + ((n - k) * Elementary.Log1P(-p)));
    }
}
