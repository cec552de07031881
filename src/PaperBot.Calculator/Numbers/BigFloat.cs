using System.Numerics;

namespace PaperBot.Calculator.Numbers;

/// <summary>mantissa × 2^exponent, with as many bits as its maker kept.</summary>
internal readonly struct BigFloat(BigInteger mantissa, int exponent) : IEquatable<BigFloat>, IComparable<BigFloat>
{
    public static readonly BigFloat Zero = new(BigInteger.Zero, 0);
    public static readonly BigFloat One = new(BigInteger.One, 0);

    public BigInteger Mantissa { get; } = mantissa;

    public int Exponent { get; } = exponent;

    public bool IsZero => Mantissa.IsZero;

    public int Sign => Mantissa.Sign;

    /// <summary>The place of the highest bit: |value| lies in [2^(n-1), 2^n).</summary>
    public long Magnitude => IsZero ? long.MinValue / 2 : Length(Mantissa) + Exponent;

    public static implicit operator BigFloat(long value) => new(value, 0);

    public static BigFloat operator -(BigFloat value) => new(-value.Mantissa, value.Exponent);

    public static BigFloat FromDouble(double value)
    {
        if (value == 0)
            return Zero;
        if (!double.IsFinite(value))
            throw new ArithmeticException();
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)((bits >> 52) & 0x7FF);
        var mantissa = bits & 0xFFFFFFFFFFFFF;
        if (exponent == 0)
            exponent++;
        else
            mantissa |= 1L << 52;
        var trailing = BitOperations.TrailingZeroCount(mantissa);
        mantissa >>= trailing;
        return new BigFloat(bits < 0 ? -mantissa : mantissa, exponent - 1075 + trailing);
    }

    public static BigFloat Abs(BigFloat value) => new(BigInteger.Abs(value.Mantissa), value.Exponent);

    public static int Length(BigInteger value) => (int)BigInteger.Abs(value).GetBitLength();

    /// <summary>numerator/denominator rounded to so many bits.</summary>
    public static BigFloat Divide(BigInteger numerator, BigInteger denominator, int bits)
    {
        if (denominator.IsZero)
            throw new DivideByZeroException();
        if (numerator.IsZero)
            return Zero;
        var shift = bits + 2 + Length(denominator) - Length(numerator);
        var scaled = shift >= 0 ? numerator << shift : numerator;
        var divisor = shift >= 0 ? denominator : denominator << -shift;
        var quotient = BigInteger.DivRem(scaled, divisor, out var rest);
        if (!rest.IsZero)
        {
            // A sticky bit, so that the final rounding of a tie is right.
            quotient = (quotient << 1) + (numerator.Sign * denominator.Sign);
            shift++;
        }

        return new BigFloat(quotient, -shift);
    }

    public BigFloat Round(int bits)
    {
        var excess = Length(Mantissa) - bits;
        if (excess <= 0)
            return this;
        var half = BigInteger.One << (excess - 1);
        var magnitude = (BigInteger.Abs(Mantissa) + half) >> excess;
        return new BigFloat(Mantissa.Sign < 0 ? -magnitude : magnitude, checked(Exponent + excess));
    }

    /// <summary>log₂ |value|, roughly.</summary>
    public double Log2()
    {
        var shift = (int)Magnitude;
        return shift + Math.Log2(Math.Abs(new BigFloat(Mantissa, Exponent - shift).ToDouble()));
    }

    public double ToDouble()
    {
        if (IsZero)
            return 0;
        var magnitude = Magnitude;
        if (magnitude > 1024)
            return Sign > 0 ? double.PositiveInfinity : double.NegativeInfinity;
        if (magnitude < -1075)
            return Sign > 0 ? 0.0 : -0.0;
        // Subnormal results have fewer bits: rounding happens once, at the right place.
        var keep = (int)Math.Min(53, magnitude + 1074);
        if (keep < 1)
            return Math.ScaleB(Sign, -1075) == 0 ? (Sign > 0 ? 0.0 : -0.0) : 0;
        var rounded = RoundToEven(keep);
        return Math.ScaleB((double)(long)rounded.Mantissa, rounded.Exponent);
    }

    public int CompareTo(BigFloat other)
    {
        if (Sign != other.Sign)
            return Sign.CompareTo(other.Sign);
        if (Sign == 0)
            return 0;
        if (Magnitude != other.Magnitude)
            return Magnitude.CompareTo(other.Magnitude) * Sign;
        return Exponent >= other.Exponent
            ? (Mantissa << (Exponent - other.Exponent)).CompareTo(other.Mantissa)
            : Mantissa.CompareTo(other.Mantissa << (other.Exponent - Exponent));
    }

    public bool Equals(BigFloat other) => CompareTo(other) == 0;

    public override bool Equals(object? obj) => obj is BigFloat other && Equals(other);

    public override int GetHashCode() => ToDouble().GetHashCode();

    private BigFloat RoundToEven(int bits)
    {
        var excess = Length(Mantissa) - bits;
        if (excess <= 0)
            return this;
        var magnitude = BigInteger.Abs(Mantissa);
        var kept = magnitude >> excess;
        var rest = magnitude - (kept << excess);
        var half = BigInteger.One << (excess - 1);
        var comparison = rest.CompareTo(half);
        if (comparison > 0 || (comparison == 0 && !kept.IsEven))
            kept += 1;
        return new BigFloat(Sign < 0 ? -kept : kept, Exponent + excess);
    }
}
