using System.Collections.Immutable;
using System.Numerics;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Numbers;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Symbolic;

/// <summary>
/// Sums, products and powers in a normal form: flat, sorted, like terms together, differences and quotients written
/// as products with -1 and powers. <see cref="Presenter"/> turns it back into what people read.
/// </summary>
internal sealed partial class Algebra
{
    public static readonly SymbolNode Infinity = new("inf");
    public static readonly SymbolNode E = new("e");
    public static readonly SymbolNode Pi = new("pi");

    public Algebra(Budget budget)
    {
        Budget = budget;
        Numbers = new Arithmetic(budget);
    }

    public Budget Budget { get; }

    public Arithmetic Numbers { get; }

    public Node Negate(Node a) => Product(NumberNode.MinusOne, a);

    public Node Subtract(Node a, Node b) => Sum(a, Negate(b));

    public Node Divide(Node a, Node b)
    {
        if (a is NumberNode x && b is NumberNode y)
            return new NumberNode(Numbers.Divide(x.Value, y.Value));
        if (Make.IsZero(b))
            throw new CalculatorException(Make.IsZero(a) ? "math.indeterminate" : "math.division");
        return Product(a, Power(b, NumberNode.MinusOne));
    }

    public Node Sum(params ReadOnlySpan<Node> terms)
    {
        if (terms.Length == 2 && terms[0] is NumberNode x && terms[1] is NumberNode y)
            return new NumberNode(Numbers.Add(x.Value, y.Value));
        Number total = ExactNumber.Zero;
        var parts = new Dictionary<Node, Number>();
        var infinities = 0;
        foreach (var term in terms)
            AddTerm(term, ref total, parts, ref infinities);
        if (infinities != 0)
            return infinities == 3 ? throw new CalculatorException("math.indeterminate")
                : infinities == 1 ? Infinity
                : Negate(Infinity);
        var items = ImmutableArray.CreateBuilder<Node>();
        foreach (var (part, coefficient) in parts)
        {
            if (!coefficient.IsZero)
                items.Add(Scale(coefficient, part));
        }

        if (items.Count == 0)
            return new NumberNode(total);
        if (!total.IsZero)
            items.Add(new NumberNode(total));
        if (items.Count == 1)
            return items[0];
        items.Sort(Order.Terms);
        var sum = new ApplyNode(Heads.Add, items.ToImmutable());
        Budget.Nodes(sum);
        return sum;
    }

    public Node Product(params ReadOnlySpan<Node> factors)
    {
        if (factors.Length == 2)
        {
            if (factors[0] is NumberNode x && factors[1] is NumberNode y)
                return new NumberNode(Numbers.Multiply(x.Value, y.Value));
            if (Make.IsOne(factors[0]))
                return factors[1];
            if (Make.IsOne(factors[1]))
                return factors[0];
        }

        var collector = new FactorCollector(this);
        foreach (var factor in factors)
            collector.Add(factor);
        return collector.Result();
    }

    /// <summary>coefficient · rest, where the rest has no number in front.</summary>
    public static (Number Coefficient, Node Term) Split(Node term)
    {
        if (term is NumberNode number)
            return (number.Value, NumberNode.One);
        if (term is not ApplyNode { Head: Heads.Multiply } product || product[0] is not NumberNode first)
            return (ExactNumber.One, term);
        var rest = product.Arguments.RemoveAt(0);
        return (first.Value, rest.Length == 1 ? rest[0] : new ApplyNode(Heads.Multiply, rest));
    }

    public static bool IsInfinity(Node node, out int sign)
    {
        sign = node is SymbolNode { Name: "inf" } ? 1 : 0;
        if (node is ApplyNode { Head: Heads.Multiply } product && product.Arguments[^1] is SymbolNode { Name: "inf" })
            sign = product[0] is NumberNode { Value.IsReal: true } number ? number.Value.Sign : 1;
        if (node is ApplyNode { Head: Heads.Negate } negated && negated[0] is SymbolNode { Name: "inf" })
            sign = -1;
        return sign != 0;
    }

    /// <summary>True when no name in the tree is free.</summary>
    public static bool IsConstant(Node node) =>
        !Walk.Any(node, n => n is SymbolNode s && !Constants.IsConstant(s.Name) || n is TextNode);

    private void AddTerm(Node term, ref Number total, Dictionary<Node, Number> parts, ref int infinities)
    {
        Budget.Spend();
        if (term is NumberNode number)
        {
            total = Numbers.Add(total, number.Value);
            return;
        }

        if (IsInfinity(term, out var sign))
        {
            infinities |= sign > 0 ? 1 : 2;
            return;
        }

        if (term is ApplyNode { Head: Heads.Add } sum)
        {
            foreach (var inner in sum.Arguments)
                AddTerm(inner, ref total, parts, ref infinities);
            return;
        }

        var (coefficient, rest) = Split(term);
        parts[rest] = parts.TryGetValue(rest, out var known) ? Numbers.Add(known, coefficient) : coefficient;
    }

    private static Node Scale(Number coefficient, Node part)
    {
        if (coefficient is ExactNumber { IsOne: true })
            return part;
        var number = new NumberNode(coefficient);
        return part is ApplyNode { Head: Heads.Multiply } product
            ? new ApplyNode(Heads.Multiply, product.Arguments.Insert(0, number))
            : new ApplyNode(Heads.Multiply, number, part);
    }

    /// <summary>a^n for a whole n where squaring is cheaper than a tree.</summary>
    private NumberNode Whole(Number value, BigInteger exponent) => new(Numbers.Power(value, exponent));
}
