using System.Collections.Immutable;
using PaperBot.Calculator.Numbers;

namespace PaperBot.Calculator.Tree;

/// <summary>Short names for building trees by hand.</summary>
internal static class Make
{
    public static SymbolNode Symbol(string name) => new(name);

    public static ApplyNode Call(string head, params ReadOnlySpan<Node> arguments) => new(head, arguments);

    public static ApplyNode List(ImmutableArray<Node> items) => new(Heads.List, items);

    public static ApplyNode Equation(Node left, Node right) => new(Heads.Equation, left, right);

    public static NumberNode Number(Rational value) => NumberNode.Of(value);

    public static bool Is(Node node, string head) => node is ApplyNode apply && apply.Head == head;

    public static bool IsList(Node node) => Is(node, Heads.List);

    public static bool IsZero(Node node) => node is NumberNode { Value.IsZero: true };

    public static bool IsOne(Node node) => node is NumberNode { Value: ExactNumber { IsOne: true } };

    public static bool IsInteger(Node node, out int value)
    {
        value = 0;
        if (node is not NumberNode { Value: ExactNumber { IsReal: true } exact } || !exact.Re.IsInteger)
            return false;
        if (exact.Re.Numerator < int.MinValue || exact.Re.Numerator > int.MaxValue)
            return false;
        value = (int)exact.Re.Numerator;
        return true;
    }

    public static bool IsRational(Node node, out Rational value)
    {
        value = default;
        if (node is not NumberNode { Value: ExactNumber { IsReal: true } exact })
            return false;
        value = exact.Re;
        return true;
    }
}
