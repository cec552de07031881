using System.Numerics;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Numbers;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Symbolic;

internal sealed partial class Algebra
{
    public Node Power(Node @base, Node exponent)
    {
        Budget.Spend();
        if (@base is NumberNode b && exponent is NumberNode e)
            return OfNumbers(b.Value, e.Value);
        if (Make.IsOne(exponent))
            return @base;
        if (Make.IsZero(exponent))
            return NumberNode.One;
        if (IsInfinity(@base, out var sign) || IsInfinity(exponent, out _))
            return Infinite(@base, exponent, sign);
        if (Make.IsZero(@base))
        {
            return Signs.Of(exponent) switch
            {
                1 => NumberNode.Zero,
                -1 => throw new CalculatorException("math.division"),
                _ => Raw(@base, exponent),
            };
        }

        if (Make.IsOne(@base))
            return NumberNode.One;
        if (@base is SymbolNode { Name: "e" } && Exponential(exponent) is { } known)
            return known;
        if (@base is ApplyNode apply)
            return OfApply(apply, exponent);
        return Raw(@base, exponent);
    }

    public Node Sqrt(Node value) => Power(value, NumberNode.Half);

    private ApplyNode Raw(Node @base, Node exponent)
    {
        var power = new ApplyNode(Heads.Power, @base, exponent);
        Budget.Nodes(power);
        return power;
    }

    private Node OfApply(ApplyNode @base, Node exponent)
    {
        var isWhole = exponent is NumberNode { Value: ExactNumber { IsInteger: true } };
        switch (@base.Head)
        {
            // (a^b)^c is a^(bc) for whole c, or where a cannot be negative and b is real.
            case Heads.Power
                when isWhole
                    || (
                        Signs.IsNonnegative(@base[0])
                        && Signs.Of(@base[0]) == 1
                        && @base[1] is NumberNode { Value.IsReal: true }
                    ):
                return Power(@base[0], Product(@base[1], exponent));
            case Heads.Power when @base[0] is SymbolNode { Name: "e" } && exponent is NumberNode { Value.IsReal: true }:
                return Power(@base[0], Product(@base[1], exponent));
            // √(x²) is |x| for real x.
            case Heads.Power when exponent.Equals(NumberNode.Half) && Make.IsInteger(@base[1], out var n) && n % 2 == 0:
                return Power(new ApplyNode("abs", @base[0]), NumberNode.Of(n / 2));
            case Heads.Multiply when isWhole:
                return Product([.. @base.Arguments.Select(f => Power(f, exponent))]);
            case Heads.Multiply when exponent is NumberNode:
                return PositivePart(@base, exponent);
            case Heads.Add
                when isWhole && IsConstant(@base) && Make.IsInteger(exponent, out var small) && small is > 1 and <= 6:
                return new Expander(this).Expand(Raw(@base, exponent));
            default:
                return Raw(@base, exponent);
        }
    }

    /// <summary>(ab)^c is a^c·b^c for the factors that are not negative.</summary>
    private Node PositivePart(ApplyNode product, Node exponent)
    {
        var outside = new List<Node>();
        var inside = new List<Node>();
        foreach (var factor in product.Arguments)
            (Signs.IsNonnegative(factor) ? outside : inside).Add(factor);
        // -3x: the 3 can go out, the sign stays.
        if (
            inside.Count > 0
            && inside[0] is NumberNode { Value: ExactNumber { IsReal: true } first }
            && !first.Re.Equals(-1)
        )
        {
            inside[0] = NumberNode.MinusOne;
            outside.Add(new NumberNode(Numbers.Negate(first)));
        }

        if (outside.Count == 0)
            return Raw(product, exponent);
        var powers = outside.Select(f => Power(f, exponent)).ToList();
        if (inside.Count > 0)
        {
            var rest = Product([.. inside]);
            powers.Add(rest is ApplyNode { Head: Heads.Multiply } ? Raw(rest, exponent) : Power(rest, exponent));
        }

        return Product([.. powers]);
    }

    private Node? Exponential(Node exponent)
    {
        if (exponent is ApplyNode { Head: "ln" } log)
            return log[0];
        var (coefficient, rest) = Split(exponent);
        if (rest is ApplyNode { Head: "ln" } inner)
            return Power(inner[0], new NumberNode(coefficient));
        // e^(iπq) is on the unit circle at a known place.
        if (rest.Equals(Pi) && coefficient is ExactNumber { Re.IsZero: true } q && !q.IsDecimal)
        {
            var angle = Product(NumberNode.Of(q.Im), Pi);
            var cos = ExactValues.Cos(this, angle);
            var sin = ExactValues.Sin(this, angle);
            if (cos is not null && sin is not null)
                return Sum(cos, Product(NumberNode.ImaginaryUnit, sin));
        }

        if (exponent is ApplyNode { Head: Heads.Add } sum && sum.Arguments.Any(t => t is ApplyNode { Head: "ln" }))
            return Product([.. sum.Arguments.Select(t => Power(E, t))]);
        return null;
    }

    private Node Infinite(Node @base, Node exponent, int sign)
    {
        var exponentSign = Signs.Of(exponent) ?? (IsInfinity(exponent, out var s) ? s : 0);
        if (sign != 0 && exponentSign < 0)
            return NumberNode.Zero;
        if (sign > 0 && exponentSign > 0)
            return Infinity;
        if (sign < 0 && exponentSign > 0 && Make.IsInteger(exponent, out var whole))
            return whole % 2 == 0 ? Infinity : Negate(Infinity);
        if (sign == 0 && IsInfinity(exponent, out var direction) && @base is NumberNode { Value.IsReal: true } number)
        {
            var size = Math.Abs(number.Value.ToDouble());
            if (size == 1)
                throw new CalculatorException("math.indeterminate");
            if (size < 1 == direction > 0)
                return NumberNode.Zero;
            if (number.Value.Sign > 0)
                return Infinity;
        }

        if (sign == 0 && @base is SymbolNode { Name: "e" or "pi" } && IsInfinity(exponent, out var up))
            return up > 0 ? Infinity : NumberNode.Zero;
        return Raw(@base, exponent);
    }

    private Node OfNumbers(Number b, Number e)
    {
        if (e is ExactNumber { IsInteger: true } whole)
        {
            if (b.IsZero && whole.IsZero)
                return NumberNode.One;
            return Whole(b, whole.Re.Numerator);
        }

        if (
            b is ExactNumber { IsReal: true, IsDecimal: false } x
            && e is ExactNumber { IsReal: true, IsDecimal: false } y
        )
            return Radical(x.Re, y.Re);
        if (b.IsInexact || e.IsInexact)
            return new NumberNode(Numbers.FloatPower(b, e));
        if (b is ExactNumber gauss && e is ExactNumber { IsReal: true } half && half.Re.Equals(new Rational(1, 2)))
            return ComplexRoot(gauss);
        return Raw(new NumberNode(b), new NumberNode(e));
    }

    /// <summary>√(a + bi) stays exact when |a + bi| is rational.</summary>
    private Node ComplexRoot(ExactNumber value)
    {
        var norm = (value.Re * value.Re) + (value.Im * value.Im);
        if (!IntegerMath.TryRoot(norm, 2, out var size))
            return Raw(new NumberNode(value), NumberNode.Half);
        var re = Sqrt(NumberNode.Of((size + value.Re) / 2));
        var im = Sqrt(NumberNode.Of((size - value.Re) / 2));
        return Sum(re, Product(NumberNode.ImaginaryUnit, value.Im.Sign < 0 ? Negate(im) : im));
    }

    /// <summary>A rational to a fractional power: whole powers come out, the radicand stays free of them.</summary>
    private Node Radical(Rational value, Rational exponent)
    {
        if (value.IsZero)
            return exponent.Sign > 0 ? NumberNode.Zero : throw new CalculatorException("math.division");
        if (value.Sign < 0)
            return NegativeRadical(value, exponent);
        if (value.IsOne)
            return NumberNode.One;
        var order = exponent.Denominator;
        if (order > 64 || value.Bits * (double)order > 20_000)
            return Raw(NumberNode.Of(value), NumberNode.Of(exponent));
        var n = (int)order;
        var floor = exponent.Floor();
        var part = (int)(exponent.Numerator - (floor * order));
        var front = Numbers.Power(new ExactNumber(value), floor);
        // value^(p/n) = (num^p · den^(n-p))^(1/n) / den
        Budget.Bits(value.Bits * n);
        var radicand = BigInteger.Pow(value.Numerator, part) * BigInteger.Pow(value.Denominator, n - part);
        if (value.IsInteger)
            radicand = BigInteger.Pow(value.Numerator, part);
        front = Numbers.Divide(front, new ExactNumber(new Rational(value.Denominator)));
        Budget.Spend(1000);
        var (outside, inside) = IntegerMath.Extract(radicand, n);
        front = Numbers.Multiply(front, new ExactNumber(new Rational(outside)));
        if (inside.IsOne)
            return new NumberNode(front);
        // 4^(1/4) is 2^(1/2): the radicand may itself be a power.
        foreach (var p in (ReadOnlySpan<int>)[2, 3, 5])
        {
            while (n % p == 0 && n > p && IntegerMath.TryRoot(inside, p, out var smaller))
            {
                inside = smaller.Numerator;
                n /= p;
            }
        }

        var root = new ApplyNode(Heads.Power, NumberNode.Of(new Rational(inside)), NumberNode.Of(new Rational(1, n)));
        return front is ExactNumber { IsOne: true } ? root : new ApplyNode(Heads.Multiply, new NumberNode(front), root);
    }

    private Node NegativeRadical(Rational value, Rational exponent)
    {
        if (exponent.Denominator == 2)
        {
            var unit = Numbers.Power(ExactNumber.I, exponent.Numerator);
            return Product(new NumberNode(unit), Radical(-value, exponent));
        }

        return value.Equals(-1)
            ? Raw(NumberNode.MinusOne, NumberNode.Of(exponent))
            : Product(Radical(-value, exponent), Raw(NumberNode.MinusOne, NumberNode.Of(exponent)));
    }
}
