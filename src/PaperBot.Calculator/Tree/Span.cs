namespace PaperBot.Calculator.Tree;

/// <summary>Where a node stands in the text. Two trees that differ only in their spans are equal.</summary>
internal readonly struct Span(int start, int length) : IEquatable<Span>
{
    public int Start { get; } = start;

    public int Length { get; } = length;

    public int End => Start + Length;

    public static Span Between(Span first, Span last) => new(first.Start, Math.Max(0, last.End - first.Start));

    public bool Equals(Span other) => true;

    public override bool Equals(object? obj) => obj is Span;

    public override int GetHashCode() => 0;
}
