using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Symbolic;

/// <summary>Reading the coefficients of a polynomial in one name.</summary>
internal static class PolynomialForm
{
    private const int MaxDegree = 200;

    /// <summary>Lowest degree first; null when the node is not a polynomial in the name.</summary>
    public static IReadOnlyList<Node>? Coefficients(Node node, string name, Algebra a)
    {
        if (Degree(node, name) is not { } bound || bound > MaxDegree)
            return null;
        var expanded = new Expander(a).Expand(node);
        var parts = new List<Node>[bound + 1];
        IEnumerable<Node> terms = expanded is ApplyNode { Head: Heads.Add } sum ? sum.Arguments : [expanded];
        foreach (var term in terms)
        {
            if (Term(term, name, a) is not { } known || known.Degree > bound)
                return null;
            (parts[known.Degree] ??= []).Add(known.Coefficient);
        }

        var coefficients = parts.Select(p => p is null ? NumberNode.Zero : a.Sum([.. p])).ToList();
        while (coefficients.Count > 1 && Make.IsZero(coefficients[^1]))
            coefficients.RemoveAt(coefficients.Count - 1);
        return coefficients;
    }

    /// <summary>A bound of the degree, before anything is multiplied out; null when it is no polynomial.</summary>
    private static int? Degree(Node node, string name)
    {
        switch (node)
        {
            case SymbolNode symbol:
                return symbol.Name == name ? 1 : 0;
            case ApplyNode { Head: Heads.Add } sum:
                return Combine(sum, name, Math.Max);
            case ApplyNode { Head: Heads.Multiply } product:
                return Combine(product, name, (x, y) => x + y);
            case ApplyNode { Head: Heads.Power } power when Walk.Contains(power[0], name):
                return
                    Make.IsInteger(power[1], out var n)
                    && n is >= 0 and <= MaxDegree
                    && Degree(power[0], name) is { } d
                    && d * n <= MaxDegree
                    ? d * n
                    : null;
            default:
                return Walk.Contains(node, name) ? null : 0;
        }
    }

    private static int? Combine(ApplyNode apply, string name, Func<int, int, int> join)
    {
        var degree = 0;
        foreach (var part in apply.Arguments)
        {
            if (Degree(part, name) is not { } own || own > MaxDegree)
                return null;
            degree = join(degree, own);
        }

        return degree;
    }

    private static (Node Coefficient, int Degree)? Term(Node term, string name, Algebra a)
    {
        if (!Walk.Contains(term, name))
            return (term, 0);
        if (term is SymbolNode)
            return (NumberNode.One, 1);
        if (
            term is ApplyNode { Head: Heads.Power } power
            && power[0] is SymbolNode
            && Make.IsInteger(power[1], out var n)
            && n >= 0
        )
            return (NumberNode.One, n);
        if (term is not ApplyNode { Head: Heads.Multiply } product)
            return null;
        var degree = 0;
        var rest = new List<Node>();
        foreach (var factor in product.Arguments)
        {
            if (!Walk.Contains(factor, name))
            {
                rest.Add(factor);
                continue;
            }

            if (Term(factor, name, a) is not { } part)
                return null;
            degree += part.Degree;
        }

        return (a.Product([.. rest]), degree);
    }
}
