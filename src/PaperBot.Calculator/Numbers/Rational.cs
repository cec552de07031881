using System.Globalization;
using System.Numerics;

namespace PaperBot.Calculator.Numbers;

/// <summary>An exact fraction in lowest terms with a positive denominator.</summary>
internal readonly struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    public static readonly Rational Zero = new(BigInteger.Zero);
    public static readonly Rational One = new(BigInteger.One);

    private readonly BigInteger _denominatorLessOne;

    public Rational(BigInteger value)
    {
        Numerator = value;
        _denominatorLessOne = BigInteger.Zero;
    }

    public Rational(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
            throw new DivideByZeroException();
        if (denominator.Sign < 0)
        {
            numerator = -numerator;
            denominator = -denominator;
        }

        if (!denominator.IsOne)
        {
            var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
            if (!divisor.IsOne)
            {
                numerator /= divisor;
                denominator /= divisor;
            }
        }

        Numerator = numerator;
        _denominatorLessOne = denominator - BigInteger.One;
    }

    public BigInteger Numerator { get; }

    public BigInteger Denominator => _denominatorLessOne + BigInteger.One;

    public bool IsInteger => _denominatorLessOne.IsZero;

    public bool IsZero => Numerator.IsZero;

    public bool IsOne => IsInteger && Numerator.IsOne;

    public int Sign => Numerator.Sign;

    /// <summary>Bits of numerator and denominator together.</summary>
    public long Bits => Numerator.GetBitLength() + _denominatorLessOne.GetBitLength();

    public static implicit operator Rational(long value) => new(new BigInteger(value));

    public static implicit operator Rational(BigInteger value) => new(value);

    public static Rational operator +(Rational a, Rational b) =>
        a.IsInteger && b.IsInteger
            ? new Rational(a.Numerator + b.Numerator)
            : new Rational(
                (a.Numerator * b.Denominator) + (b.Numerator * a.Denominator),
                a.Denominator * b.Denominator
            );

    public static Rational operator -(Rational a) => a.IsInteger ? new(-a.Numerator) : new(-a.Numerator, a.Denominator);

    public static Rational operator -(Rational a, Rational b) => a + (-b);

    public static Rational operator *(Rational a, Rational b) =>
        a.IsInteger && b.IsInteger
            ? new Rational(a.Numerator * b.Numerator)
            : new Rational(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    public static Rational operator /(Rational a, Rational b) =>
        new(a.Numerator * b.Denominator, a.Denominator * b.Numerator);

    public static bool operator <(Rational a, Rational b) => a.CompareTo(b) < 0;

    public static bool operator >(Rational a, Rational b) => a.CompareTo(b) > 0;

    public static bool operator <=(Rational a, Rational b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Rational a, Rational b) => a.CompareTo(b) >= 0;

    public static bool operator ==(Rational a, Rational b) => a.Equals(b);

    public static bool operator !=(Rational a, Rational b) => !a.Equals(b);

    /// <summary>The value of a finite double, exactly.</summary>
    public static Rational FromDouble(double value)
    {
        var big = BigFloat.FromDouble(value);
        return big.Exponent >= 0
            ? new Rational(big.Mantissa << big.Exponent)
            : new Rational(big.Mantissa, BigInteger.One << -big.Exponent);
    }

    public static Rational Abs(Rational value) => value.Sign < 0 ? -value : value;

    public static Rational Pow(Rational value, int exponent) =>
        exponent >= 0
            ? value.IsInteger
                ? new Rational(BigInteger.Pow(value.Numerator, exponent))
                : new Rational(BigInteger.Pow(value.Numerator, exponent), BigInteger.Pow(value.Denominator, exponent))
            : Pow(One / value, -exponent);

    public BigInteger Floor()
    {
        if (IsInteger)
            return Numerator;
        var quotient = BigInteger.DivRem(Numerator, Denominator, out _);
        return Numerator.Sign < 0 ? quotient - 1 : quotient;
    }

    public double ToDouble()
    {
        if (IsInteger && Numerator.GetBitLength() <= 53)
            return (double)Numerator;
        return BigFloat.Divide(Numerator, Denominator, 64).ToDouble();
    }

    public int CompareTo(Rational other) =>
        IsInteger && other.IsInteger
            ? Numerator.CompareTo(other.Numerator)
            : (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    public bool Equals(Rational other) =>
        Numerator.Equals(other.Numerator) && _denominatorLessOne.Equals(other._denominatorLessOne);

    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Numerator, _denominatorLessOne);

    public override string ToString() =>
        IsInteger
            ? Numerator.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");
}
