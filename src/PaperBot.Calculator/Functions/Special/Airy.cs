namespace PaperBot.Calculator.Functions.Special;

/// <summary>Ai and Bi through Bessel functions of order 1/3.</summary>
internal static class Airy
{
    public static double Ai(double x)
    {
        var z = 2.0 / 3 * Math.Pow(Math.Abs(x), 1.5);
        if (Math.Abs(x) < 1e-8)
            return 0.35502805388781723926 - (0.25881940379280679841 * x);
        return x > 0
            ? Math.Sqrt(x / 3) / Math.PI * Bessel.K(1.0 / 3, z)
            : Math.Sqrt(-x) / 3 * (Bessel.J(1.0 / 3, z) + Bessel.J(-1.0 / 3, z));
    }

    public static double Bi(double x)
    {
        var z = 2.0 / 3 * Math.Pow(Math.Abs(x), 1.5);
        if (Math.Abs(x) < 1e-8)
            return 0.61492662744600073515 + (0.44828835735382635791 * x);
        return x > 0
            ? Math.Sqrt(x / 3) * (Bessel.I(1.0 / 3, z) + Bessel.I(-1.0 / 3, z))
            : Math.Sqrt(-x / 3) * (Bessel.J(-1.0 / 3, z) - Bessel.J(1.0 / 3, z));
    }
}
