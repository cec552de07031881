using System.Collections.Immutable;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Numbers;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Symbolic;

/// <summary>Gathers the factors of one product: the number in front, and each base with its exponents added up.</summary>
internal sealed class FactorCollector(Algebra algebra)
{
    private readonly Dictionary<Node, Node> _powers = [];

    /// <summary>√2·√3 is √6: radicals of numbers with one exponent are multiplied.</summary>
    private readonly Dictionary<Rational, Rational> _radicals = [];

    private Number _coefficient = ExactNumber.One;
    private int _infinity;

    public void Add(Node factor)
    {
        algebra.Budget.Spend();
        switch (factor)
        {
            case NumberNode number:
                _coefficient = algebra.Numbers.Multiply(_coefficient, number.Value);
                break;
            case SymbolNode { Name: "inf" }:
                _infinity = 1;
                break;
            case ApplyNode { Head: Heads.Multiply } product:
                foreach (var inner in product.Arguments)
                    Add(inner);
                break;
            case ApplyNode { Head: Heads.Power } power:
                AddPower(power[0], power[1]);
                break;
            default:
                AddPower(factor, NumberNode.One);
                break;
        }
    }

    public Node Result()
    {
        var items = ImmutableArray.CreateBuilder<Node>();
        foreach (var (exponent, radicand) in _radicals)
            Settle(algebra.Power(NumberNode.Of(radicand), NumberNode.Of(exponent)), items);
        foreach (var (@base, exponent) in _powers)
        {
            if (!Make.IsZero(exponent))
                Settle(algebra.Power(@base, exponent), items);
        }

        if (_infinity != 0)
            return Infinite(items);
        if (_coefficient.IsZero)
            return new NumberNode(_coefficient.IsInexact ? _coefficient : ExactNumber.Zero);
        if (items.Count == 0)
            return new NumberNode(_coefficient);
        if (items.Count == 1 && _coefficient is ExactNumber { IsOne: true })
            return items[0];
        items.Sort(Order.Factors);
        // A number before a single sum is multiplied into it: 2(x + 1) is 2x + 2, so that like terms meet.
        if (items.Count == 1 && items[0] is ApplyNode { Head: Heads.Add } sum)
            return Distributed(sum);
        if (_coefficient is not ExactNumber { IsOne: true })
            items.Insert(0, new NumberNode(_coefficient));
        var product = new ApplyNode(Heads.Multiply, items.ToImmutable());
        algebra.Budget.Nodes(product);
        return product;
    }

    private Node Distributed(ApplyNode sum)
    {
        var terms = new Node[sum.Arguments.Length];
        for (var i = 0; i < terms.Length; i++)
            terms[i] = algebra.Product(new NumberNode(_coefficient), sum[i]);
        return algebra.Sum(terms);
    }

    private void AddPower(Node @base, Node exponent)
    {
        if (
            Make.IsRational(@base, out var radicand)
            && radicand.Sign > 0
            && Make.IsRational(exponent, out var order)
            && !@base.IsInexact
            && !exponent.IsInexact
        )
        {
            _radicals[order] = _radicals.TryGetValue(order, out var known) ? known * radicand : radicand;
            return;
        }

        _powers[@base] = _powers.TryGetValue(@base, out var before) ? algebra.Sum(before, exponent) : exponent;
    }

    /// <summary>A finished power goes into the list, or into the number when it became one.</summary>
    private void Settle(Node power, ImmutableArray<Node>.Builder items)
    {
        if (power is NumberNode number)
            _coefficient = algebra.Numbers.Multiply(_coefficient, number.Value);
        else if (power is SymbolNode { Name: "inf" })
            _infinity = 1;
        else if (power is ApplyNode { Head: Heads.Multiply } product)
        {
            foreach (var inner in product.Arguments)
                Settle(inner, items);
        }
        else
            items.Add(power);
    }

    private Node Infinite(ImmutableArray<Node>.Builder items)
    {
        if (_coefficient.IsZero)
            throw new CalculatorException("math.indeterminate");
        var sign = _coefficient.Sign;
        foreach (var item in items)
        {
            var itemSign = Signs.Of(item);
            if (itemSign is null or 0)
            {
                items.Insert(0, new NumberNode(_coefficient));
                items.Add(Algebra.Infinity);
                return new ApplyNode(Heads.Multiply, items.ToImmutable());
            }

            sign *= itemSign.Value;
        }

        return sign >= 0 ? Algebra.Infinity : new ApplyNode(Heads.Multiply, NumberNode.MinusOne, Algebra.Infinity);
    }
}
