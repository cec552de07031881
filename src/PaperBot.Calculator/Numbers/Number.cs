namespace PaperBot.Calculator.Numbers;

/// <summary>A number in one of three kinds: exact (or decimal), floating, or with a wide exponent.</summary>
internal abstract class Number : IEquatable<Number>
{
    public abstract bool IsZero { get; }

    public abstract bool IsReal { get; }

    /// <summary>True for what was typed or computed as a decimal: the answer is then a decimal as well.</summary>
    public abstract bool IsInexact { get; }

    /// <summary>The sign of a real number; 0 for a complex one.</summary>
    public abstract int Sign { get; }

    public abstract System.Numerics.Complex ToComplex();

    public double ToDouble() => ToComplex().Real;

    public abstract bool Equals(Number? other);

    public sealed override bool Equals(object? obj) => obj is Number other && Equals(other);

    public abstract override int GetHashCode();
}
