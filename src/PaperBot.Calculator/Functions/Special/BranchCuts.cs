using System.Numerics;

namespace PaperBot.Calculator.Functions.Special;

/// <summary>
/// Inverse functions with the usual values on their cuts (DLMF 4.23 and 4.37, as other systems have them), so that
/// asin x + acos x is π/2 there too.
/// </summary>
internal static class BranchCuts
{
    public static Complex Asin(Complex z) =>
        IsOnCut(z)
            ? new Complex(Math.CopySign(Math.PI / 2, z.Real), -Math.CopySign(Above(z), z.Real))
            : Complex.Asin(z);

    public static Complex Acos(Complex z) =>
        !IsOnCut(z) ? Complex.Acos(z)
        : z.Real > 0 ? new Complex(0, Above(z))
        : new Complex(Math.PI, -Above(z));

    public static Complex Atanh(Complex z) =>
        IsOnCut(z)
            ? new Complex(
                Math.CopySign(Math.Log((Math.Abs(z.Real) + 1) / (Math.Abs(z.Real) - 1)) / 2, z.Real),
                -Math.CopySign(Math.PI / 2, z.Real)
            )
            : (Complex.Log(1 + z) - Complex.Log(1 - z)) / 2;

    /// <summary>A real number is one without a sign of its zero: a division may leave -0i, below the cut.</summary>
    public static Complex Unsigned(Complex z) => z.Imaginary == 0 ? new Complex(z.Real, 0) : z;

    private static bool IsOnCut(Complex z) => z.Imaginary == 0 && Math.Abs(z.Real) > 1;

    private static double Above(Complex z) => Math.Acosh(Math.Abs(z.Real));
}
