namespace PaperBot.Calculator.Functions.Special;

/// <summary>Elliptic integrals of modulus k, by the arithmetic-geometric mean and Carlson's forms.</summary>
internal static class Elliptic
{
    public static double K(double k)
    {
        if (!(Math.Abs(k) < 1))
            return Math.Abs(k) == 1 ? double.PositiveInfinity : double.NaN;
        return Math.PI / (2 * Mean(1, Math.Sqrt((1 - k) * (1 + k))));
    }

    public static double E(double k)
    {
        if (!(Math.Abs(k) <= 1))
            return double.NaN;
        if (Math.Abs(k) == 1)
            return 1;
        var complement = (1 - k) * (1 + k);
        return Rf(0, complement, 1) - (k * k / 3 * Rd(0, complement, 1));
    }

    public static double F(double phi, double k) => Periodic(phi, k, (s, c, q) => s * Rf(c * c, q, 1), () => K(k));

    public static double E(double phi, double k) =>
        Periodic(phi, k, (s, c, q) => (s * Rf(c * c, q, 1)) - (k * k * s * s * s / 3 * Rd(c * c, q, 1)), () => E(k));

    public static double Pi(double n, double k)
    {
        if (!(Math.Abs(k) < 1) || !(n < 1))
            return double.NaN;
        var complement = (1 - k) * (1 + k);
        return Rf(0, complement, 1) + (n / 3 * Rj(0, complement, 1, 1 - n));
    }

    private static double Periodic(double phi, double k, Func<double, double, double, double> part, Func<double> whole)
    {
        var turns = Math.Round(phi / Math.PI);
        var rest = phi - (turns * Math.PI);
        var (s, c) = Math.SinCos(rest);
        var q = 1 - (k * k * s * s);
        if (q < 0)
            return double.NaN;
        var value = part(s, c, q);
        return turns == 0 ? value : value + (2 * turns * whole());
    }

    private static double Mean(double a, double b)
    {
        for (var i = 0; i < 40 && Math.Abs(a - b) > 1e-16 * a; i++)
            (a, b) = ((a + b) / 2, Math.Sqrt(a * b));
        return a;
    }

    private static double Rf(double x, double y, double z)
    {
        for (var i = 0; i < 60; i++)
        {
            var mean = (x + y + z) / 3;
            var (dx, dy, dz) = (1 - (x / mean), 1 - (y / mean), 1 - (z / mean));
            if (Math.Max(Math.Abs(dx), Math.Max(Math.Abs(dy), Math.Abs(dz))) < 2e-3)
            {
                var e2 = (dx * dy) - (dz * dz);
                var e3 = dx * dy * dz;
                return (
                        1
                        + (((e2 / 24) - 0.1 - (3 * e3 / 44)) * e2)
                        + (e3 / 14)
                        + (-5 * e2 * e2 * e2 / 208)
                        + (3 * e3 * e3 / 104)
                        + (e2 * e2 * e3 / 16)
                    ) / Math.Sqrt(mean);
            }

            var lambda = Lambda(x, y, z);
            (x, y, z) = ((x + lambda) / 4, (y + lambda) / 4, (z + lambda) / 4);
        }

        return double.NaN;
    }

    private static double Rd(double x, double y, double z)
    {
        double sum = 0,
            factor = 1;
        for (var i = 0; i < 60; i++)
        {
            var mean = (x + y + (3 * z)) / 5;
            var (dx, dy, dz) = (1 - (x / mean), 1 - (y / mean), 1 - (z / mean));
            if (Math.Max(Math.Abs(dx), Math.Max(Math.Abs(dy), Math.Abs(dz))) < 2e-3)
                return (3 * sum) + (factor * Tail(dx, dy, dz) / (mean * Math.Sqrt(mean)));
            var lambda = Lambda(x, y, z);
            sum += factor / (Math.Sqrt(z) * (z + lambda));
            factor /= 4;
            (x, y, z) = ((x + lambda) / 4, (y + lambda) / 4, (z + lambda) / 4);
        }

        return double.NaN;
    }

    private static double Tail(double dx, double dy, double dz)
    {
        var ea = dx * dy;
        var eb = dz * dz;
        var ec = ea - eb;
        var ed = ea - (6 * eb);
        var ee = ed + ec + ec;
        return 1
            + (ed * (-3.0 / 14 + (9.0 / 88 * ed) - (9.0 / 52 * dz * ee)))
            + (dz * ((ee / 6) + (dz * ((-9.0 / 22 * ec) + (dz * 3.0 / 26 * ea)))));
    }

    private static double Rj(double x, double y, double z, double p)
    {
        double sum = 0,
            factor = 1;
        for (var i = 0; i < 60; i++)
        {
            var mean = (x + y + z + (2 * p)) / 5;
            var (dx, dy, dz, dp) = (1 - (x / mean), 1 - (y / mean), 1 - (z / mean), 1 - (p / mean));
            if (Math.Max(Math.Max(Math.Abs(dx), Math.Abs(dy)), Math.Max(Math.Abs(dz), Math.Abs(dp))) < 1e-3)
            {
                var ea = (dx * (dy + dz)) + (dy * dz);
                var eb = dx * dy * dz;
                var ec = dp * dp;
                var ed = ea - (3 * ec);
                var ee = eb + (2 * dp * (ea - ec));
                var tail =
                    1
                    + (ed * (-3.0 / 14 + (9.0 / 88 * ed) - (9.0 / 52 * ee)))
                    + (eb * ((1.0 / 6) + (dp * (-6.0 / 22 + (dp * 3.0 / 26)))))
                    + (dp * ea * ((1.0 / 3) - (dp * 3.0 / 22)))
                    - (dp * ec / 3);
                return (3 * sum) + (factor * tail / (mean * Math.Sqrt(mean)));
            }

            var lambda = Lambda(x, y, z);
            var alpha = Math.Pow((p * (Math.Sqrt(x) + Math.Sqrt(y) + Math.Sqrt(z))) + Math.Sqrt(x * y * z), 2);
            var beta = p * (p + lambda) * (p + lambda);
            sum += factor * Rf(alpha, beta, beta);
            factor /= 4;
            (x, y, z, p) = ((x + lambda) / 4, (y + lambda) / 4, (z + lambda) / 4, (p + lambda) / 4);
        }

        return double.NaN;
    }

    private static double Lambda(double x, double y, double z) =>
        Math.Sqrt(x * y) + Math.Sqrt(y * z) + Math.Sqrt(z * x);
}
