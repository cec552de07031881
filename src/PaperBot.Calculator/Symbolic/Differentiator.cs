using System.Runtime.CompilerServices;
using PaperBot.Calculator.Functions;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Symbolic;

/// <summary>Derivatives of formulas.</summary>
internal sealed class Differentiator(Algebra a)
{
    public Node Differentiate(Node node, string name)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        a.Budget.Spend(4);
        if (node is MatrixNode)
            return Walk.Map(node, n => Differentiate(n, name));
        if (node is SymbolNode symbol)
            return symbol.Name == name ? NumberNode.One : NumberNode.Zero;
        if (node is not ApplyNode apply || !Walk.Contains(node, name))
            return NumberNode.Zero;
        return apply.Head switch
        {
            Heads.Add => a.Sum([.. apply.Arguments.Select(t => Differentiate(t, name))]),
            Heads.Multiply => Product(apply, name),
            Heads.Power => Power(apply[0], apply[1], name),
            Heads.Equation => new ApplyNode(
                Heads.Equation,
                Differentiate(apply[0], name),
                Differentiate(apply[1], name)
            ),
            "if" or "piecewise" => Branches(apply, name),
            _ => Chain(apply, name),
        };
    }

    private Node Product(ApplyNode product, string name)
    {
        var terms = new List<Node>();
        for (var i = 0; i < product.Arguments.Length; i++)
        {
            var inner = Differentiate(product[i], name);
            if (!Make.IsZero(inner))
                terms.Add(a.Product([.. product.Arguments.SetItem(i, inner)]));
        }

        return a.Sum([.. terms]);
    }

    private Node Power(Node @base, Node exponent, string name)
    {
        var down = Differentiate(@base, name);
        if (!Walk.Contains(exponent, name))
            return a.Product(exponent, a.Power(@base, a.Subtract(exponent, NumberNode.One)), down);
        var up = Differentiate(exponent, name);
        var whole = a.Power(@base, exponent);
        if (Make.IsZero(down))
            return a.Product(whole, a.Call("ln", @base), up);
        return a.Product(whole, a.Sum(a.Product(up, a.Call("ln", @base)), a.Divide(a.Product(exponent, down), @base)));
    }

    private ApplyNode Branches(ApplyNode apply, string name)
    {
        var parts = apply.Arguments.ToArray();
        for (var i = 1; i < parts.Length; i += 1)
        {
            var isCondition = apply.Head == "piecewise" && i % 2 == 0 && i != parts.Length - 1;
            if (!isCondition)
                parts[i] = Differentiate(parts[i], name);
        }

        return new ApplyNode(apply.Head, [.. parts]);
    }

    private Node Chain(ApplyNode apply, string name)
    {
        var entry =
            FunctionTable.Find(apply.Head)
            ?? throw new CalculatorException("function.unknown", ("name", apply.Head)).At(apply.Span);
        var terms = new List<Node>();
        for (var i = 0; i < apply.Arguments.Length; i++)
        {
            var inner = Differentiate(apply[i], name);
            if (Make.IsZero(inner))
                continue;
            var outer =
                entry.Derivative?.Invoke(a, apply.Arguments, i)
                ?? throw new CalculatorException("function.derivative", ("name", apply.Head)).At(apply.Span);
            terms.Add(a.Product(outer, inner));
        }

        return a.Sum([.. terms]);
    }
}
