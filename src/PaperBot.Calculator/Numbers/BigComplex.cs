using System.Numerics;

namespace PaperBot.Calculator.Numbers;

/// <summary>A complex number of two <see cref="BigFloat"/>s.</summary>
internal readonly record struct BigComplex(BigFloat Re, BigFloat Im)
{
    public static readonly BigComplex One = new(1, BigFloat.Zero);

    public bool IsZero => Re.IsZero && Im.IsZero;

    public long Magnitude => Math.Max(Re.Magnitude, Im.Magnitude);

    public static BigComplex From(Complex value) =>
        new(BigFloat.FromDouble(value.Real), BigFloat.FromDouble(value.Imaginary));

    public BigComplex Add(BigComplex other, BigMath m) => new(m.Add(Re, other.Re), m.Add(Im, other.Im));

    public BigComplex Subtract(BigComplex other, BigMath m) => new(m.Subtract(Re, other.Re), m.Subtract(Im, other.Im));

    public BigComplex Multiply(BigComplex other, BigMath m) =>
        new(
            m.Subtract(m.Multiply(Re, other.Re), m.Multiply(Im, other.Im)),
            m.Add(m.Multiply(Re, other.Im), m.Multiply(Im, other.Re))
        );

    public BigComplex Divide(BigComplex other, BigMath m)
    {
        var norm = m.Add(m.Multiply(other.Re, other.Re), m.Multiply(other.Im, other.Im));
        var product = Multiply(new BigComplex(other.Re, -other.Im), m);
        return new BigComplex(m.Divide(product.Re, norm), m.Divide(product.Im, norm));
    }

    /// <summary>ln |z|, roughly.</summary>
    public double LogSize()
    {
        var shift = (int)Magnitude;
        var re = new BigFloat(Re.Mantissa, Re.Exponent - shift).ToDouble();
        var im = new BigFloat(Im.Mantissa, Im.Exponent - shift).ToDouble();
        return Math.Log(double.Hypot(re, im)) + (shift * Math.Log(2));
    }

    public Complex ToComplex() => new(Re.ToDouble(), Im.ToDouble());
}
