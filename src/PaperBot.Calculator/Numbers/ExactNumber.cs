using System.Numerics;

namespace PaperBot.Calculator.Numbers;

/// <summary>A rational or Gaussian rational number; decimals that were typed are kept exactly, too.</summary>
internal sealed class ExactNumber(Rational re, Rational im, bool isDecimal) : Number
{
    public static readonly ExactNumber Zero = new(0);
    public static readonly ExactNumber One = new(1);
    public static readonly ExactNumber Two = new(2);
    public static readonly ExactNumber MinusOne = new(-1);
    public static readonly ExactNumber I = new(0, 1, false);

    public ExactNumber(Rational re)
        : this(re, Rational.Zero, false) { }

    public Rational Re { get; } = re;

    public Rational Im { get; } = im;

    public bool IsDecimal { get; } = isDecimal;

    public override bool IsZero => Re.IsZero && Im.IsZero;

    public bool IsOne => Im.IsZero && Re.IsOne && !IsDecimal;

    public override bool IsReal => Im.IsZero;

    public override bool IsInexact => IsDecimal;

    public override int Sign => Im.IsZero ? Re.Sign : 0;

    public bool IsInteger => Im.IsZero && Re.IsInteger;

    public override Complex ToComplex() => new(Re.ToDouble(), Im.IsZero ? 0 : Im.ToDouble());

    public override bool Equals(Number? other) =>
        other is ExactNumber exact && exact.IsDecimal == IsDecimal && exact.Re.Equals(Re) && exact.Im.Equals(Im);

    public override int GetHashCode() => HashCode.Combine(Re, Im, IsDecimal);
}
