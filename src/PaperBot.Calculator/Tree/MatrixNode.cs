using System.Collections.Immutable;

namespace PaperBot.Calculator.Tree;

/// <summary>A matrix or a vector, row by row.</summary>
internal sealed class MatrixNode : Node
{
    public MatrixNode(int rows, int columns, ImmutableArray<Node> entries)
    {
        Rows = rows;
        Columns = columns;
        Entries = entries;
        long count = 1;
        var depth = 0;
        foreach (var entry in entries)
        {
            count += entry.Count;
            depth = Math.Max(depth, entry.Depth);
            IsInexact |= entry.IsInexact;
        }

        Count = (int)Math.Min(int.MaxValue, count);
        Depth = depth + 1;
    }

    public int Rows { get; }

    public int Columns { get; }

    public ImmutableArray<Node> Entries { get; }

    public override int Count { get; }

    public override int Depth { get; }

    public override bool IsInexact { get; }

    public bool IsVector => Rows == 1 || Columns == 1;

    public bool IsSquare => Rows == Columns;

    public Node this[int row, int column] => Entries[(row * Columns) + column];

    public static MatrixNode Row(ImmutableArray<Node> entries) => new(1, entries.Length, entries);

    public static MatrixNode Column(ImmutableArray<Node> entries) => new(entries.Length, 1, entries);

    public static MatrixNode Build(int rows, int columns, Func<int, int, Node> entry)
    {
        var entries = ImmutableArray.CreateBuilder<Node>(rows * columns);
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
                entries.Add(entry(i, j));
        }

        return new MatrixNode(rows, columns, entries.MoveToImmutable());
    }

    public override bool Equals(Node? other)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (other is not MatrixNode matrix || matrix.Rows != Rows || matrix.Columns != Columns)
            return false;
        for (var i = 0; i < Entries.Length; i++)
        {
            if (!Entries[i].Equals(matrix.Entries[i]))
                return false;
        }

        return true;
    }

    protected override int Hash()
    {
        var hash = new HashCode();
        hash.Add(Rows);
        foreach (var entry in Entries)
            hash.Add(entry.GetHashCode());
        return hash.ToHashCode();
    }
}
