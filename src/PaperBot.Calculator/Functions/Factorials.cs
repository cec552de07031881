using System.Collections.Immutable;
using System.Numerics;
using PaperBot.Calculator.Functions.Special;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Numbers;
using PaperBot.Calculator.Symbolic;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Functions;

/// <summary>Factorials and binomials, exact where they fit: their size is estimated first.</summary>
internal static class Factorials
{
    public static Node? Factorial(Algebra a, Node x)
    {
        if (x is not NumberNode { Value: ExactNumber { IsInteger: true } whole })
            return Make.IsRational(x, out _) && !x.IsInexact ? a.Call("gamma", a.Sum(x, NumberNode.One)) : null;
        var n = whole.Re.Numerator;
        if (n.Sign < 0)
            throw new CalculatorException("math.pole", ("name", "!"));
        if (n > 100_000_000)
            throw new CalculatorException("limit.digits", ("limit", a.Budget.Limits.Digits));
        var digits = (GammaFunction.LogGamma((double)n + 1) / Math.Log(10)) + 1;
        if (digits > a.Budget.Limits.Digits || whole.IsDecimal)
        {
            a.Budget.Spend(20_000);
            var value = BigGamma.Gamma(new BigMath(80).Add(new BigFloat(n, 0), 1), 128);
            return new NumberNode(Arithmetic.Narrow(value));
        }

        a.Budget.Bits(digits * 3.33);
        a.Budget.Spend((long)n);
        return NumberNode.Of(new Rational(Product(2, (int)n)));
    }

    public static Node? DoubleFactorial(Algebra a, Node x)
    {
        if (!Make.IsInteger(x, out var n))
            return null;
        if (n < -1)
            throw new CalculatorException("math.pole", ("name", "!!"));
        a.Budget.Bits(n / 2.0 * Math.Log2(Math.Max(2, n)));
        var product = BigInteger.One;
        for (var k = n; k > 1; k -= 2)
        {
            a.Budget.Spend(4);
            product *= k;
        }

        return NumberNode.Of(new Rational(product));
    }

    public static Node? Gamma(Algebra a, Node x)
    {
        if (!Make.IsRational(x, out var value) || x.IsInexact)
            return null;
        if (value.IsInteger)
        {
            if (value.Sign <= 0)
                throw new CalculatorException("math.pole", ("name", "gamma"));
            return Factorial(a, NumberNode.Of(value - 1));
        }

        if (value.Denominator != 2 || BigInteger.Abs(value.Numerator) > 200)
            return null;
        // Γ(1/2 + n) from √π up or down.
        Rational factor = Rational.One;
        var half = new Rational(1, 2);
        for (var t = half; t < value; t += 1)
            factor *= t;
        for (var t = half; t > value; t -= 1)
            factor /= t - 1;
        return a.Product(NumberNode.Of(factor), a.Sqrt(Algebra.Pi));
    }

    public static Node? Beta(Algebra a, ImmutableArray<Node> x) =>
        Make.IsInteger(x[0], out var m) && Make.IsInteger(x[1], out var n) && m > 0 && n > 0 && m + n < 1000
            ? a.Divide(
                a.Product(Factorial(a, NumberNode.Of(m - 1))!, Factorial(a, NumberNode.Of(n - 1))!),
                Factorial(a, NumberNode.Of(m + n - 1))!
            )
            : null;

    /// <summary>ζ(2n) is a rational times π^(2n); ζ(−n) is rational.</summary>
    public static Node? Zeta(Algebra a, ImmutableArray<Node> x)
    {
        if (!Make.IsInteger(x[0], out var s) || x[0].IsInexact)
            return null;
        if (s == 1)
            throw new CalculatorException("math.pole", ("name", "zeta"));
        if (s == 0)
            return NumberNode.Of(new Rational(-1, 2));
        if (s < 0)
            return s % 2 == 0 ? NumberNode.Zero
                : s > -100 ? NumberNode.Of(-BigGamma.Bernoulli((1 - s) / 2) / (1 - s))
                : null;
        if (s % 2 != 0 || s > 30)
            return null;
        var factor = Rational.Abs(BigGamma.Bernoulli(s / 2)) * Rational.Pow(2, s - 1) / new Rational(Product(2, s));
        return a.Product(NumberNode.Of(factor), a.Power(Algebra.Pi, NumberNode.Of(s)));
    }

    public static Node? Binomial(Algebra a, ImmutableArray<Node> x)
    {
        if (!Make.IsInteger(x[1], out var k) || !Make.IsRational(x[0], out var n))
            return null;
        if (k < 0)
            return NumberNode.Zero;
        if (n.IsInteger && n.Sign >= 0 && n.Numerator < int.MaxValue)
        {
            if (n < (Rational)k)
                return NumberNode.Zero;
            if (n - k < (Rational)k)
                k = (int)(n - k).Numerator;
        }

        a.Budget.Bits(k * Math.Max(1, Rational.Abs(n).Bits - Math.Log2(Math.Max(1, k)) + 2));
        Rational result = Rational.One;
        for (var i = 0; i < k; i++)
        {
            a.Budget.Spend(1 + (result.Bits / 64));
            result = result * (n - i) / (i + 1);
        }

        return NumberNode.Of(result);
    }

    /// <summary>from·(from + 1)…·to, halved so that the factors stay of one size.</summary>
    public static BigInteger Product(int from, int to)
    {
        if (from > to)
            return BigInteger.One;
        if (to - from < 8)
        {
            BigInteger product = from;
            for (var i = from + 1; i <= to; i++)
                product *= i;
            return product;
        }

        var middle = from + ((to - from) / 2);
        return Product(from, middle) * Product(middle + 1, to);
    }
}
