using System.Numerics;

namespace PaperBot.Calculator.Numbers;

/// <summary>A floating number, real or complex.</summary>
internal sealed class FloatNumber(Complex value) : Number
{
    /// <summary>A division of real numbers may leave -0i, which is below the cut of a root or a logarithm.</summary>
    public Complex Value { get; } = value.Imaginary == 0 ? new Complex(value.Real, 0) : value;

    public override bool IsZero => Value.Real == 0 && Value.Imaginary == 0;

    public override bool IsReal => Value.Imaginary == 0;

    public override bool IsInexact => true;

    public override int Sign => IsReal && !double.IsNaN(Value.Real) ? Math.Sign(Value.Real) : 0;

    public bool IsFinite => double.IsFinite(Value.Real) && double.IsFinite(Value.Imaginary);

    public override Complex ToComplex() => Value;

    public override bool Equals(Number? other) => other is FloatNumber number && number.Value.Equals(Value);

    public override int GetHashCode() => Value.GetHashCode();
}
