using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Symbolic;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Calculus;

/// <summary>Products of sines and cosines as sums, so that each term oscillates with one phase.</summary>
internal sealed class TrigReduction(Algebra a, string name)
{
    private const int MaxTerms = 60;

    /// <summary>The terms of the formula, each with at most one sine or cosine that depends on the name.</summary>
    public IReadOnlyList<Node> Terms(Node node)
    {
        var done = new List<Node>();
        var open = new Stack<Node>();
        Push(open, Expand(node));
        while (open.Count > 0)
        {
            a.Budget.Spend(10);
            var term = open.Pop();
            if (done.Count + open.Count > MaxTerms)
                return [node];
            var replaced = Pair(term);
            if (replaced is null)
                done.Add(term);
            else
                Push(open, replaced);
        }

        return done;
    }

    private Node Expand(Node node)
    {
        try
        {
            return new Expander(a).Expand(node);
        }
        catch (CalculatorException e) when (e.Key == "limit.nodes")
        {
            return node;
        }
    }

    private static void Push(Stack<Node> open, Node node)
    {
        if (node is ApplyNode { Head: Heads.Add } sum)
        {
            foreach (var term in sum.Arguments)
                Push(open, term);
        }
        else
        {
            open.Push(node);
        }
    }

    /// <summary>The first two oscillating factors of a term, multiplied into a sum; null when there are not two.</summary>
    private Node? Pair(Node term)
    {
        var factors = term is ApplyNode { Head: Heads.Multiply } product ? product.Arguments.ToList() : [term];
        var rest = new List<Node>();
        var waves = new List<ApplyNode>();
        foreach (var factor in factors)
        {
            if (IsWave(factor))
                waves.Add((ApplyNode)factor);
            else if (
                factor is ApplyNode { Head: Heads.Power } power
                && IsWave(power[0])
                && Make.IsInteger(power[1], out var n)
                && n is >= 2 and <= 12
            )
                waves.AddRange(Enumerable.Repeat((ApplyNode)power[0], n));
            else
                rest.Add(factor);
        }

        if (waves.Count < 2)
            return null;
        var (x, y) = (waves[0], waves[1]);
        rest.AddRange(waves.Skip(2));
        var difference = a.Subtract(x[0], y[0]);
        var sum = a.Sum(x[0], y[0]);
        var joined = (x.Head, y.Head) switch
        {
            ("sin", "sin") => a.Subtract(a.Call("cos", difference), a.Call("cos", sum)),
            ("cos", "cos") => a.Sum(a.Call("cos", difference), a.Call("cos", sum)),
            ("sin", _) => a.Sum(a.Call("sin", sum), a.Call("sin", difference)),
            _ => a.Subtract(a.Call("sin", sum), a.Call("sin", difference)),
        };
        rest.Add(NumberNode.Half);
        return Expand(a.Product([joined, .. rest]));
    }

    private bool IsWave(Node node) => node is ApplyNode { Head: "sin" or "cos" } wave && Walk.Contains(wave, name);
}
