using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using PaperBot.Calculator.Functions;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Numeric;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Symbolic;

internal sealed partial class Algebra
{
    private static readonly FrozenDictionary<string, Func<Algebra, ImmutableArray<Node>, Node>> Operators =
        new Dictionary<string, Func<Algebra, ImmutableArray<Node>, Node>>
        {
            [Heads.Add] = (a, x) => a.Sum(x.AsSpan()),
            [Heads.Subtract] = (a, x) => a.Subtract(x[0], x[1]),
            [Heads.Multiply] = (a, x) => a.Product(x.AsSpan()),
            [Heads.EntryMultiply] = (a, x) => a.Product(x.AsSpan()),
            [Heads.Divide] = (a, x) => a.Divide(x[0], x[1]),
            [Heads.EntryDivide] = (a, x) => a.Divide(x[0], x[1]),
            [Heads.LeftDivide] = (a, x) => a.Divide(x[1], x[0]),
            [Heads.Power] = (a, x) => a.Power(x[0], x[1]),
            [Heads.EntryPower] = (a, x) => a.Power(x[0], x[1]),
            [Heads.Negate] = (a, x) => a.Negate(x[0]),
            [Heads.Plus] = (_, x) => x[0],
            [Heads.Percent] = (a, x) => a.Divide(x[0], NumberNode.Of(100)),
            [Heads.AddPercent] = (a, x) => a.Product(x[0], a.Sum(NumberNode.One, a.Divide(x[1], NumberNode.Of(100)))),
            [Heads.SubtractPercent] = (a, x) =>
                a.Product(x[0], a.Subtract(NumberNode.One, a.Divide(x[1], NumberNode.Of(100)))),
        }.ToFrozenDictionary();

    public static bool IsOperator(string head) => Operators.ContainsKey(head);

    /// <summary>One operator or function on finished scalar arguments.</summary>
    public Node Apply(string head, ImmutableArray<Node> arguments)
    {
        Node result;
        if (Operators.TryGetValue(head, out var operation))
        {
            result = operation(this, arguments);
        }
        else
        {
            var entry = FunctionTable.Find(head);
            if (entry is null)
                return new ApplyNode(head, arguments);
            Arity(entry, arguments.Length);
            result = entry.Exact?.Invoke(this, arguments) ?? new ApplyNode(entry.Name, arguments);
        }

        return Settle(result);
    }

    public Node Call(string head, params ReadOnlySpan<Node> arguments) => Apply(head, ImmutableArray.Create(arguments));

    /// <summary>The normal form of a scalar tree, after something in it was replaced.</summary>
    public Node Rebuild(Node node)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (node is not ApplyNode apply)
            return node is MatrixNode ? Walk.Map(node, Rebuild) : node;
        var arguments = ImmutableArray.CreateBuilder<Node>(apply.Arguments.Length);
        foreach (var argument in apply.Arguments)
            arguments.Add(Rebuild(argument));
        return Apply(apply.Head, arguments.MoveToImmutable());
    }

    public Node Substitute(Node node, string name, Node value) => Rebuild(Walk.Replace(node, name, value));

    public static void Arity(FunctionEntry entry, int count)
    {
        if (count < entry.MinArguments)
            throw new CalculatorException("function.few", ("name", entry.Name), ("count", entry.MinArguments));
        if (count > entry.MaxArguments)
            throw new CalculatorException("function.many", ("name", entry.Name), ("count", entry.MaxArguments));
    }

    /// <summary>A decimal somewhere in a constant makes the whole a decimal.</summary>
    private Node Settle(Node node)
    {
        Budget.Nodes(node);
        if (
            !node.IsInexact
            || node is NumberNode
            || !IsConstant(node)
            || Walk.Any(node, n => n is SymbolNode { Name: "inf" })
        )
            return node;
        return NumericValue.Of(node, Budget) is { } value ? new NumberNode(value) : node;
    }
}
