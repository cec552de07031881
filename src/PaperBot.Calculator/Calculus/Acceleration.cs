namespace PaperBot.Calculator.Calculus;

/// <summary>The limit of a sequence from its first members: Wynn's epsilon algorithm and Levin's u-transform.</summary>
internal static class Acceleration
{
    /// <summary>The best estimate of the limit of the partial sums, with the spread of the last estimates as error.</summary>
    public static (double Value, double Error) Limit(IReadOnlyList<double> sums)
    {
        var epsilon = Epsilon(sums);
        var levin = Levin(sums);
        return levin.Error < epsilon.Error ? levin : epsilon;
    }

    public static (double Value, double Error) Epsilon(IReadOnlyList<double> sums)
    {
        var n = sums.Count;
        var table = new double[n];
        var estimates = new List<double>();
        for (var k = 0; k < n; k++)
        {
            // table[j] holds the diagonal; older columns move one place.
            double before = 0;
            var current = sums[k];
            var diagonal = new double[k + 1];
            diagonal[0] = current;
            for (var j = 1; j <= k; j++)
            {
                var difference = diagonal[j - 1] - table[j - 1];
                if (Math.Abs(difference) < 1e-300)
                    return (diagonal[j - 1 - ((j - 1) % 2)], Math.Abs(diagonal[0]) * 1e-16);
                diagonal[j] = before + (1 / difference);
                before = table[j - 1];
            }

            for (var j = 0; j <= k; j++)
                table[j] = diagonal[j];
            estimates.Add(diagonal[k % 2 == 0 ? k : k - 1]);
        }

        return Best(estimates);
    }

    public static (double Value, double Error) Levin(IReadOnlyList<double> sums)
    {
        var n = Math.Min(sums.Count, 40);
        var estimates = new List<double>();
        var above = new double[n];
        var below = new double[n];
        for (var k = 0; k < n; k++)
        {
            var term = k == 0 ? sums[0] : sums[k] - sums[k - 1];
            var remainder = term * (k + 1);
            if (remainder == 0)
                return (sums[k], double.PositiveInfinity);
            above[k] = sums[k] / remainder;
            below[k] = 1 / remainder;
            for (var j = k - 1; j >= 0; j--)
            {
                var order = k - j;
                var factor = (j + 1.0) / (k + 1.0) * Math.Pow((k + 0.0) / (k + 1.0), order - 1);
                factor = order == 1 ? (j + 1.0) / (k + 1.0) : factor;
                above[j] = above[j + 1] - (factor * above[j]);
                below[j] = below[j + 1] - (factor * below[j]);
            }

            if (below[0] != 0 && double.IsFinite(above[0] / below[0]))
                estimates.Add(above[0] / below[0]);
        }

        return Best(estimates);
    }

    /// <summary>The place where three estimates in a row agree best.</summary>
    private static (double Value, double Error) Best(List<double> estimates)
    {
        if (estimates.Count < 4)
            return (estimates.Count == 0 ? double.NaN : estimates[^1], double.PositiveInfinity);
        var value = estimates[^1];
        var error = double.PositiveInfinity;
        for (var i = 3; i < estimates.Count; i++)
        {
            var spread = Math.Abs(estimates[i] - estimates[i - 1]) + Math.Abs(estimates[i - 1] - estimates[i - 2]);
            if (spread < error || (double.IsNaN(error) && double.IsFinite(spread)))
            {
                error = spread;
                value = estimates[i];
            }
        }

        return (value, Math.Max(error, Math.Abs(value) * 2e-16));
    }
}
