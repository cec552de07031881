using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace PaperBot.Calculator.Tree;

/// <summary>An operator or a function with its arguments. The names of operators are in <see cref="Heads"/>.</summary>
internal sealed class ApplyNode : Node
{
    public ApplyNode(string head, ImmutableArray<Node> arguments)
    {
        Head = head;
        Arguments = arguments;
        long count = 1;
        var depth = 0;
        foreach (var argument in arguments)
        {
            count += argument.Count;
            depth = Math.Max(depth, argument.Depth);
            IsInexact |= argument.IsInexact;
        }

        Count = (int)Math.Min(int.MaxValue, count);
        Depth = depth + 1;
    }

    [OverloadResolutionPriority(1)]
    public ApplyNode(string head, params ReadOnlySpan<Node> arguments)
        : this(head, ImmutableArray.Create(arguments)) { }

    public string Head { get; }

    public ImmutableArray<Node> Arguments { get; }

    public override int Count { get; }

    public override int Depth { get; }

    public override bool IsInexact { get; }

    public Node this[int index] => Arguments[index];

    public override bool Equals(Node? other)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (other is not ApplyNode apply || apply.Head != Head || apply.Arguments.Length != Arguments.Length)
            return false;
        if (apply.Count != Count || apply.GetHashCode() != GetHashCode())
            return false;
        for (var i = 0; i < Arguments.Length; i++)
        {
            if (!Arguments[i].Equals(apply.Arguments[i]))
                return false;
        }

        return true;
    }

    protected override int Hash()
    {
        var hash = new HashCode();
        hash.Add(Head);
        foreach (var argument in Arguments)
            hash.Add(argument.GetHashCode());
        return hash.ToHashCode();
    }
}
