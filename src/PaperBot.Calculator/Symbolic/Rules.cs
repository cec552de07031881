using System.Numerics;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Numbers;
using PaperBot.Calculator.Numeric;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Symbolic;

/// <summary>Exact values and symmetries of elementary functions.</summary>
internal static class Rules
{
    public static Node? Sin(Algebra a, Node x)
    {
        if (ExactValues.Sin(a, x) is { } known)
            return known;
        if (IsNegative(x))
            return a.Negate(a.Call("sin", a.Negate(x)));
        return Shift(x) is { } shift
            ? Quarter(a, shift.Quarters, () => a.Call("sin", shift.Left(a)), () => a.Call("cos", shift.Left(a)))
            : null;
    }

    public static Node? Cos(Algebra a, Node x)
    {
        if (ExactValues.Cos(a, x) is { } known)
            return known;
        if (IsNegative(x))
            return a.Call("cos", a.Negate(x));
        return Shift(x) is { } shift
            ? Quarter(
                a,
                (shift.Quarters + 1) % 4,
                () => a.Call("sin", shift.Left(a)),
                () => a.Call("cos", shift.Left(a))
            )
            : null;
    }

    public static Node? Tan(Algebra a, Node x)
    {
        if (ExactValues.Turn(x) is { } turn)
        {
            if ((turn - new Rational(1, 2)).IsInteger)
                throw new CalculatorException("math.pole", ("name", "tan"));
            if (ExactValues.Tan(a, turn) is { } known)
                return known;
        }

        if (IsNegative(x))
            return a.Negate(a.Call("tan", a.Negate(x)));
        if (Shift(x) is not { } shift)
            return null;
        var tan = a.Call("tan", shift.Left(a));
        return shift.Quarters % 2 == 0 ? tan : a.Negate(a.Power(tan, NumberNode.MinusOne));
    }

    public static Node? Asin(Algebra a, Node x) => Inverse(a, x, ExactValues.Asin, "asin");

    public static Node? Acos(Algebra a, Node x)
    {
        var sign = IsNegative(x);
        if (ExactValues.Asin(a, sign ? a.Negate(x) : x) is not { } turn)
            return null;
        return a.Product(NumberNode.Of(new Rational(1, 2) + (sign ? turn : -turn)), Algebra.Pi);
    }

    public static Node? Atan(Algebra a, Node x)
    {
        if (Algebra.IsInfinity(x, out var sign))
            return a.Product(NumberNode.Of(new Rational(sign, 2)), Algebra.Pi);
        return Inverse(a, x, ExactValues.Atan, "atan");
    }

    public static Node? Ln(Algebra a, Node x)
    {
        if (Make.IsZero(x))
            throw new CalculatorException("math.pole", ("name", "ln"));
        if (x is SymbolNode { Name: "e" })
            return NumberNode.One;
        if (x is NumberNode { Value: ExactNumber { IsOne: true } })
            return NumberNode.Zero;
        if (x is SymbolNode { Name: "inf" })
            return x;
        if (
            x is ApplyNode { Head: Heads.Power } power
            && power[0] is SymbolNode { Name: "e" }
            && power[1] is not NumberNode { Value.IsReal: false }
        )
            return Walk.Any(power[1], n => n is NumberNode { Value.IsReal: false }) ? null : power[1];
        if (x is NumberNode { Value: ExactNumber { IsReal: true, IsDecimal: false } number })
        {
            if (number.Re.Sign < 0)
                return a.Sum(a.Call("ln", a.Negate(x)), a.Product(NumberNode.ImaginaryUnit, Algebra.Pi));
            if (number.Re < Rational.One)
                return a.Negate(a.Call("ln", NumberNode.Of(Rational.One / number.Re)));
        }

        return null;
    }

    public static Node? Abs(Algebra a, Node x)
    {
        if (x is NumberNode { Value.IsReal: true } real)
            return real.Value.Sign < 0 ? a.Negate(x) : x;
        if (x is NumberNode { Value: ExactNumber z })
            return a.Sqrt(new NumberNode(new ExactNumber((z.Re * z.Re) + (z.Im * z.Im), Rational.Zero, z.IsDecimal)));
        if (Algebra.IsInfinity(x, out _))
            return Algebra.Infinity;
        if (Signs.IsNonnegative(x))
            return x;
        if (Signs.Of(x) == -1)
            return a.Negate(x);
        if (Algebra.IsConstant(x) && !x.IsInexact && NumericValue.Of(x, a.Budget) is { IsReal: true } value)
            return value.Sign < 0 ? a.Negate(x) : x;
        var (coefficient, rest) = Algebra.Split(x);
        if (coefficient is not ExactNumber { IsOne: true } && coefficient.IsReal)
            return a.Product(a.Call("abs", new NumberNode(coefficient)), a.Call("abs", rest));
        return IsNegative(x) ? a.Call("abs", a.Negate(x)) : null;
    }

    public static Node? Sign(Algebra a, Node x) =>
        Signs.Of(x) is { } sign ? NumberNode.Of(sign)
        : Algebra.IsConstant(x) && NumericValue.Of(x, a.Budget) is { IsReal: true } value ? NumberNode.Of(value.Sign)
        : null;

    /// <summary>floor, ceil, round and trunc of constants, with enough digits to be sure.</summary>
    public static Node? ToInteger(Algebra a, Node x, Func<Rational, BigInteger> round)
    {
        if (x is NumberNode { Value: ExactNumber exact })
        {
            return new NumberNode(
                new ExactNumber(
                    new Rational(round(exact.Re)),
                    exact.Im.IsZero ? Rational.Zero : new Rational(round(exact.Im)),
                    false
                )
            );
        }

        if (!Algebra.IsConstant(x))
            return null;
        if (x is NumberNode { Value: FloatNumber { IsReal: true, IsFinite: true } number })
            return NumberNode.Of(new Rational(round(Rational.FromDouble(number.Value.Real))));
        var value =
            BigEvaluator.TryEvaluate(x, 256, a.Budget)
            ?? (NumericValue.Of(x, a.Budget) is { IsReal: true } n ? Arithmetic.ToBig(n) : null);
        if (value is not { } big)
            return null;
        a.Budget.Bits(big.Magnitude);
        return big.Exponent < -4000
            ? NumberNode.Of(round(new Rational(big.Sign, 1000)))
            : NumberNode.Of(new Rational(round(Exactly(big))));
    }

    public static BigInteger HalfUp(Rational value) =>
        value.Sign < 0 ? -HalfUp(-value) : (value + new Rational(1, 2)).Floor();

    public static Rational Exactly(BigFloat value) =>
        value.Exponent >= 0
            ? new Rational(value.Mantissa << value.Exponent)
            : new Rational(value.Mantissa, BigInteger.One << -value.Exponent);

    public static bool IsNegative(Node x) =>
        x is NumberNode { Value.Sign: < 0 }
        || (x is ApplyNode { Head: Heads.Multiply } product && product[0] is NumberNode { Value.Sign: < 0 })
        || (x is ApplyNode { Head: Heads.Add } sum && sum.Arguments.All(IsNegative));

    /// <summary>The n-th root that is real where there is one: ∛(-8) is -2.</summary>
    public static Node? RealRoot(Algebra a, Node x, int n)
    {
        if (n == 0)
            throw new CalculatorException("math.division");
        if (n % 2 != 0 && IsNegative(x))
            return a.Negate(a.Call("root", a.Negate(x), NumberNode.Of(n)));
        if (n % 2 == 0 || Signs.IsNonnegative(x))
            return a.Power(x, NumberNode.Of(new Rational(1, n)));
        return null;
    }

    private static Node? Inverse(Algebra a, Node x, Func<Algebra, Node, Rational?> table, string name)
    {
        if (IsNegative(x))
            return a.Negate(a.Call(name, a.Negate(x)));
        return table(a, x) is { } turn ? a.Product(NumberNode.Of(turn), Algebra.Pi) : null;
    }

    private static Node Quarter(Algebra a, int quarters, Func<Node> sin, Func<Node> cos) =>
        quarters switch
        {
            0 => sin(),
            1 => cos(),
            2 => a.Negate(sin()),
            _ => a.Negate(cos()),
        };

    /// <summary>x + k·π/2: the quarters k modulo 4 and what is left.</summary>
    private static (int Quarters, Func<Algebra, Node> Left)? Shift(Node x)
    {
        if (x is not ApplyNode { Head: Heads.Add } sum)
            return null;
        foreach (var term in sum.Arguments)
        {
            if (ExactValues.Turn(term) is { } turn && (turn * 2).IsInteger)
            {
                var quarters = (int)(((turn * 2).Numerator % 4 + 4) % 4);
                return (quarters, a => a.Subtract(x, term));
            }
        }

        return null;
    }
}
