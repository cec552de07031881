using System.Numerics;

namespace PaperBot.Calculator.Numbers;

/// <summary>A real number outside the range of a double, or with more digits than one.</summary>
internal sealed class BigNumber(BigFloat value, int digits) : Number
{
    public BigFloat Value { get; } = value;

    /// <summary>How many decimal digits are meant.</summary>
    public int Digits { get; } = digits;

    public override bool IsZero => Value.IsZero;

    public override bool IsReal => true;

    public override bool IsInexact => true;

    public override int Sign => Value.Sign;

    public override Complex ToComplex() => Value.ToDouble();

    public override bool Equals(Number? other) => other is BigNumber big && big.Value.Equals(Value);

    public override int GetHashCode() => Value.GetHashCode();
}
