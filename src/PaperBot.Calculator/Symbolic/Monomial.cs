namespace PaperBot.Calculator.Symbolic;

/// <summary>The exponents of one product of atoms.</summary>
internal readonly struct Monomial(int[] exponents) : IEquatable<Monomial>
{
    public int[] Exponents { get; } = exponents;

    public int this[int index] => Exponents[index];

    public static Monomial operator *(Monomial a, Monomial b) =>
        new([.. a.Exponents.Zip(b.Exponents, (x, y) => x + y)]);

    public Monomial With(int index, int exponent)
    {
        var changed = (int[])Exponents.Clone();
        changed[index] = exponent;
        return new Monomial(changed);
    }

    public bool Equals(Monomial other) => Exponents.AsSpan().SequenceEqual(other.Exponents);

    public override bool Equals(object? obj) => obj is Monomial other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var exponent in Exponents)
            hash.Add(exponent);
        return hash.ToHashCode();
    }
}
