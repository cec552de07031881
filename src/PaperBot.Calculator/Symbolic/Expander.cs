using System.Runtime.CompilerServices;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Symbolic;

/// <summary>Products of sums multiplied out. How many terms there will be is known before.</summary>
internal sealed class Expander(Algebra a)
{
    public Node Expand(Node node)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        a.Budget.Spend();
        var inner = Walk.Map(node, Expand);
        if (inner is not ApplyNode apply)
            return inner;
        return apply.Head switch
        {
            Heads.Add => a.Sum(apply.Arguments.AsSpan()),
            Heads.Multiply => Product(apply),
            Heads.Power => Power(apply),
            _ => ReferenceEquals(inner, node) ? node
            : inner is ApplyNode x && Algebra.IsOperator(x.Head) ? a.Rebuild(inner)
            : inner,
        };
    }

    private Node Product(ApplyNode product)
    {
        Node[] terms = [NumberNode.One];
        foreach (var factor in product.Arguments)
        {
            Node[] others = factor is ApplyNode { Head: Heads.Add } sum ? [.. sum.Arguments] : [factor];
            terms = Multiply(terms, others);
        }

        return a.Sum(terms);
    }

    private Node[] Multiply(Node[] left, Node[] right)
    {
        var count = (double)left.Length * right.Length;
        if (count > a.Budget.Limits.Nodes)
            throw new CalculatorException("limit.nodes", ("limit", a.Budget.Limits.Nodes));
        a.Budget.Spend((long)count * 8);
        if (left.Length == 1 && right.Length == 1)
            return [a.Product(left[0], right[0])];
        var products = new List<Node>((int)count);
        foreach (var x in left)
        {
            foreach (var y in right)
                products.Add(a.Product(x, y));
        }

        var sum = a.Sum([.. products]);
        return sum is ApplyNode { Head: Heads.Add } apply ? [.. apply.Arguments] : [sum];
    }

    private Node Power(ApplyNode power)
    {
        if (power[0] is not ApplyNode { Head: Heads.Add } sum || !Make.IsInteger(power[1], out var n) || n < 2)
        {
            // a^(b + c) is a^b·a^c.
            return power[1] is ApplyNode { Head: Heads.Add } up && power[0] is not SymbolNode { Name: "e" }
                ? a.Product([.. up.Arguments.Select(t => a.Power(power[0], t))])
                : a.Power(power[0], power[1]);
        }

        var terms = sum.Arguments.Length;
        if (Count(terms, n) > a.Budget.Limits.Nodes / 4.0)
            throw new CalculatorException("limit.nodes", ("limit", a.Budget.Limits.Nodes));
        Node[] result = [NumberNode.One];
        Node[] one = [.. sum.Arguments];
        for (var i = 0; i < n; i++)
            result = Multiply(result, one);
        return a.Sum(result);
    }

    /// <summary>The number of monomials of degree n in so many terms.</summary>
    private static double Count(int terms, int n)
    {
        double count = 1;
        for (var i = 1; i < terms && count < 1e9; i++)
            count = count * (n + i) / i;
        return count;
    }
}
