using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Symbolic;

/// <summary>The order of terms in a sum and of factors in a product, so that equal things look equal.</summary>
internal sealed class Order : IComparer<Node>
{
    public static readonly Order Terms = new(true);
    public static readonly Order Factors = new(false);

    private readonly bool _isSum;

    private Order(bool isSum) => _isSum = isSum;

    public int Compare(Node? x, Node? y)
    {
        if (ReferenceEquals(x, y) || x is null || y is null)
            return 0;
        if (_isSum)
        {
            var byDegree = Degree(y).CompareTo(Degree(x));
            if (byDegree != 0)
                return byDegree;
        }

        var byRank = Rank(x).CompareTo(Rank(y));
        return byRank != 0 ? byRank : Structure(x, y);
    }

    private static double Degree(Node node) =>
        node switch
        {
            NumberNode => -1,
            SymbolNode symbol => Constants.IsConstant(symbol.Name) ? 0 : 1,
            ApplyNode { Head: Heads.Multiply } product => Total(product),
            ApplyNode { Head: Heads.Power } power when power[1] is NumberNode exponent && exponent.Value.IsReal =>
                power[0] is SymbolNode s && Constants.IsConstant(s.Name) ? 0
                : power[0] is NumberNode ? 0
                : exponent.Value.ToDouble() * Math.Max(Degree(power[0]), 0.5),
            ApplyNode { Head: Heads.Add } sum => Degree(sum[0]),
            _ => 0.5,
        };

    private static double Total(ApplyNode product)
    {
        double degree = 0;
        foreach (var factor in product.Arguments)
        {
            if (factor is not NumberNode)
                degree += Degree(factor);
        }

        return degree;
    }

    private static int Rank(Node node) =>
        node switch
        {
            NumberNode => 0,
            ApplyNode { Head: Heads.Power } power when power[0] is NumberNode => 1,
            SymbolNode symbol => Constants.IsConstant(symbol.Name) ? 2 : 3,
            ApplyNode { Head: Heads.Power } power => Rank(power[0]),
            ApplyNode { Head: Heads.Multiply or Heads.Add } => 4,
            _ => 5,
        };

    private static int Structure(Node x, Node y)
    {
        var (bx, ex) = Base(x);
        var (by, ey) = Base(y);
        var order = Plain(bx, by);
        return order != 0 ? order : Plain(ex, ey);
    }

    private static (Node Base, Node Exponent) Base(Node node) =>
        node is ApplyNode { Head: Heads.Power, Arguments.Length: 2 } power
            ? (power[0], power[1])
            : (node, NumberNode.One);

    private static int Plain(Node x, Node y)
    {
        var kind = Kind(x).CompareTo(Kind(y));
        if (kind != 0)
            return kind;
        switch (x)
        {
            case NumberNode number:
                var a = number.Value.ToComplex();
                var b = ((NumberNode)y).Value.ToComplex();
                var order = b.Real.CompareTo(a.Real);
                return order != 0 ? order : b.Imaginary.CompareTo(a.Imaginary);
            case SymbolNode symbol:
                return string.CompareOrdinal(symbol.Name, ((SymbolNode)y).Name);
            case ApplyNode apply:
                var other = (ApplyNode)y;
                var head = string.CompareOrdinal(apply.Head, other.Head);
                return head != 0 ? head : Items(x, y);
            default:
                return Items(x, y);
        }
    }

    private static int Items(Node x, Node y)
    {
        var a = Walk.Children(x);
        var b = Walk.Children(y);
        for (var i = 0; i < Math.Min(a.Length, b.Length); i++)
        {
            var order = Plain(a[i], b[i]);
            if (order != 0)
                return order;
        }

        return a.Length.CompareTo(b.Length);
    }

    private static int Kind(Node node) =>
        node switch
        {
            NumberNode => 0,
            SymbolNode => 1,
            ApplyNode => 2,
            _ => 3,
        };
}
