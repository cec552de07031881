namespace PaperBot.Calculator.Functions.Special;

/// <summary>eˣ − 1 and ln(1 + x) without cancellation.</summary>
internal static class Elementary
{
    public static double ExpM1(double x)
    {
        if (Math.Abs(x) > 0.5)
            return Math.Exp(x) - 1;
        // 2·e^(x/2)·sinh(x/2), with the series of sinh.
        var half = x / 2;
        var square = half * half;
        double term = half,
            sum = half;
        for (var k = 2; Math.Abs(term) > 1e-18 * Math.Abs(sum); k += 2)
        {
            term *= square / (k * (k + 1.0));
            sum += term;
        }

        return 2 * Math.Exp(half) * sum;
    }

    public static double Log1P(double x)
    {
        if (x <= -1)
            return x == -1 ? double.NegativeInfinity : double.NaN;
        if (Math.Abs(x) > 0.5)
            return Math.Log(1 + x);
        // 2·artanh(x/(2 + x)).
        var t = x / (2 + x);
        var square = t * t;
        double power = t,
            sum = t;
        for (var k = 3; Math.Abs(power) > 1e-18 * Math.Abs(sum); k += 2)
        {
            power *= square;
            sum += power / k;
        }

        return 2 * sum;
    }
}
