namespace PaperBot.Calculator.Functions.Special;

/// <summary>Inverses of cumulated distributions, by a bracket and bisection with secants.</summary>
internal static class Quantiles
{
    /// <summary>From a lower end (0 or −∞) upwards without an end.</summary>
    public static double Find(double p, Func<double, double> cumulated, double from)
    {
        if (!(p > 0 && p < 1))
            return p == 0 ? from
                : p == 1 ? double.PositiveInfinity
                : double.NaN;
        double high = 1;
        while (cumulated(high) < p && high < 1e300)
            high *= 2;
        double low = from == 0 ? 0 : -1;
        while (from < 0 && cumulated(low) > p && low > -1e300)
            low *= 2;
        return Between(p, cumulated, low, high);
    }

    public static double Between(double p, Func<double, double> cumulated, double low, double high)
    {
        if (!(p >= 0 && p <= 1))
            return double.NaN;
        for (var i = 0; i < 2000 && high - low > 1e-16 * Math.Abs(low + high); i++)
        {
            var middle = low > 0 && high / low > 4 ? Math.Sqrt(low * high) : (low + high) / 2;
            if (middle <= low || middle >= high)
                break;
            if (cumulated(middle) < p)
                low = middle;
            else
                high = middle;
        }

        return (low + high) / 2;
    }
}
