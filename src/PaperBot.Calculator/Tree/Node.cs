namespace PaperBot.Calculator.Tree;

/// <summary>An immutable expression: what was typed, and what comes out. Equality is by structure.</summary>
internal abstract class Node : IEquatable<Node>
{
    private int _hash;

    public Span Span { get; init; }

    /// <summary>The number of nodes in this tree, this one included; saturates.</summary>
    public abstract int Count { get; }

    public abstract int Depth { get; }

    /// <summary>True when a decimal or floating number is somewhere inside.</summary>
    public abstract bool IsInexact { get; }

    public abstract bool Equals(Node? other);

    public sealed override bool Equals(object? obj) => obj is Node other && Equals(other);

    public sealed override int GetHashCode() => _hash == 0 ? _hash = Hash() | 1 : _hash;

    protected abstract int Hash();
}
