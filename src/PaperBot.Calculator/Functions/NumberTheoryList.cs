using System.Numerics;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Numbers;
using PaperBot.Calculator.Symbolic;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Functions;

/// <summary>Combinatorics and number theory on whole numbers.</summary>
internal static class NumberTheoryList
{
    public static IEnumerable<FunctionEntry> All =>
        [
            new(Heads.Factorial)
            {
                Aliases = ["factorial", "fact"],
                Real = x => Special.GammaFunction.Gamma(x + 1),
                Exact = (a, x) => Factorials.Factorial(a, x[0]),
                Big = (m, x) => Special.BigGamma.Gamma(m.Add(x[0], 1), m.Bits),
                Derivative = (a, x, _) =>
                    a.Product(
                        a.Call("gamma", a.Sum(x[0], NumberNode.One)),
                        a.Call("digamma", a.Sum(x[0], NumberNode.One))
                    ),
            },
            new(Heads.DoubleFactorial)
            {
                Exact = (a, x) => Factorials.DoubleFactorial(a, x[0]),
                Real = DoubleFactorial,
            },
            new("binomial", 2, 2)
            {
                Aliases = ["comb", "combinations", "nCr", "choose"],
                Real2 = Binomial,
                Exact = Factorials.Binomial,
            },
            new("permutations", 2, 2)
            {
                Aliases = ["perm", "nPr"],
                Exact = (a, x) =>
                    Make.IsInteger(x[1], out var k) && k >= 0
                        ? a.Product(Factorials.Binomial(a, x) ?? a.Apply("binomial", x), Factorials.Factorial(a, x[1])!)
                        : null,
            },
            Whole("gcd", 1, 64, (_, x) => x.Aggregate(BigInteger.Zero, BigInteger.GreatestCommonDivisor)) with
            {
                Aliases = ["GCD"],
            },
            Whole("lcm", 1, 64, Lcm) with
            {
                Aliases = ["LCM"],
            },
            Truth("isprime", (a, n) => Primes.IsPrime(n, a.Budget)) with
            {
                Aliases = ["isPrime"],
            },
            Whole("nextprime", 1, 1, (a, x) => Primes.Next(x[0], a.Budget)),
            Whole("prime", 1, 1, (a, x) => Primes.Nth(x[0], a.Budget)),
            new("factor") { Exact = (a, x) => Factor(a, x[0]) },
            new("factorint")
            {
                Aliases = ["ifactor", "primefactors"],
                Exact = (a, x) => Integer(x[0]) is { } n ? FactorList(a, n) : null,
            },
            new("divisors")
            {
                Exact = (a, x) =>
                    Integer(x[0]) is { } n
                        ? Make.List([.. Primes.Divisors(n, a.Budget).Select(d => (Node)NumberNode.Of(new Rational(d)))])
                        : null,
            },
            Whole("phi", 1, 1, (a, x) => Primes.Totient(x[0], a.Budget)) with
            {
                Aliases = ["totient", "eulerphi"],
            },
            Whole("modpow", 3, 3, (a, x) => ModPow(a, x[0], x[1], x[2])) with
            {
                Aliases = ["powmod"],
            },
            Whole("modinv", 2, 2, (_, x) => ModInverse(x[0], x[1])) with
            {
                Aliases = ["invmod"],
            },
            Whole("fibonacci", 1, 1, (a, x) => Fibonacci(a, x[0])) with
            {
                Aliases = ["fib"],
            },
            Whole("isqrt", 1, 1, (_, x) => IntegerMath.Root(x[0])),
            Whole("bitand", 2, 2, (_, x) => x[0] & x[1]),
            Whole("bitor", 2, 2, (_, x) => x[0] | x[1]),
            Whole("bitxor", 2, 2, (_, x) => x[0] ^ x[1]),
            Whole("bitnot", 1, 1, (_, x) => -x[0] - 1),
            Whole("shl", 2, 2, Shift),
            Whole("shr", 2, 2, (a, x) => Shift(a, [x[0], -x[1]])),
            new("bernoulli")
            {
                Exact = (_, x) =>
                    Make.IsInteger(x[0], out var n) && n is >= 0 and <= 400
                        ? n == 1
                            ? NumberNode.Of(new Rational(-1, 2))
                            : n % 2 == 1
                                ? NumberNode.Zero
                                : NumberNode.Of(Special.BigGamma.Bernoulli(n / 2))
                        : null,
            },
            new("harmonic")
            {
                Real = n => Special.GammaFunction.Digamma(n + 1) + Special.GammaFunction.Euler,
                Exact = (a, x) => Harmonic(a, x[0]),
            },
            Whole(
                "catalan",
                1,
                1,
                (a, x) =>
                    x[0].Sign >= 0
                    && x[0] < 2000
                    && Factorials.Binomial(
                        a,
                        [NumberNode.Of(new Rational(2 * x[0])), NumberNode.Of(new Rational(x[0]))]
                    )
                        is NumberNode { Value: ExactNumber c }
                        ? c.Re.Numerator / (x[0] + 1)
                        : throw new CalculatorException("value.range")
            ),
        ];

    public static BigInteger? Integer(Node node) =>
        node is NumberNode { Value: ExactNumber { IsInteger: true } whole } ? whole.Re.Numerator : null;

    private static FunctionEntry Whole(
        string name,
        int min,
        int max,
        Func<Algebra, BigInteger[], BigInteger> function
    ) =>
        new(name, min, max)
        {
            Exact = (a, x) =>
            {
                var values = new BigInteger[x.Length];
                for (var i = 0; i < values.Length; i++)
                {
                    if (Integer(x[i]) is not { } value)
                        return Algebra.IsConstant(x[i])
                            ? throw new CalculatorException("value.integer", ("name", name))
                            : null;
                    values[i] = value;
                }

                a.Budget.Spend(100);
                return NumberNode.Of(new Rational(function(a, values)));
            },
        };

    private static FunctionEntry Truth(string name, Func<Algebra, BigInteger, bool> test) =>
        new(name) { Exact = (a, x) => Integer(x[0]) is { } n ? LogicFunctions.Of(test(a, n)) : null };

    private static BigInteger Lcm(Algebra a, BigInteger[] x)
    {
        var result = BigInteger.One;
        foreach (var n in x)
        {
            if (n.IsZero)
                return n;
            result = BigInteger.Abs(result / BigInteger.GreatestCommonDivisor(result, n) * n);
            a.Budget.Bits(result.GetBitLength());
        }

        return result;
    }

    private static BigInteger ModPow(Algebra a, BigInteger @base, BigInteger exponent, BigInteger modulus)
    {
        if (modulus.IsZero)
            throw new CalculatorException("math.division");
        var words = (modulus.GetBitLength() / 64) + 1;
        a.Budget.Spend((long)exponent.GetBitLength() * words * words * 4);
        if (exponent.Sign < 0)
            return ModPow(a, ModInverse(@base, modulus), -exponent, modulus);
        var result = BigInteger.ModPow(@base, exponent, modulus);
        return result.Sign < 0 ? result + BigInteger.Abs(modulus) : result;
    }

    private static BigInteger ModInverse(BigInteger value, BigInteger modulus)
    {
        if (modulus.IsZero)
            throw new CalculatorException("math.division");
        modulus = BigInteger.Abs(modulus);
        BigInteger a = ((value % modulus) + modulus) % modulus,
            b = modulus,
            x = 1,
            y = 0;
        while (!b.IsZero)
        {
            var q = a / b;
            (a, b) = (b, a - (q * b));
            (x, y) = (y, x - (q * y));
        }

        return a.IsOne ? ((x % modulus) + modulus) % modulus : throw new CalculatorException("math.inverse");
    }

    private static BigInteger Fibonacci(Algebra a, BigInteger n)
    {
        a.Budget.Bits((double)BigInteger.Abs(n) * 0.6943);
        var isNegative = n.Sign < 0;
        var m = (int)BigInteger.Abs(n);
        // Doubling: F(2k) = F(k)(2F(k+1) − F(k)), F(2k+1) = F(k)² + F(k+1)².
        BigInteger x = 0,
            y = 1;
        for (var bit = 30; bit >= 0; bit--)
        {
            var even = x * ((2 * y) - x);
            var odd = (x * x) + (y * y);
            (x, y) = ((m >> bit) & 1) == 1 ? (odd, even + odd) : (even, odd);
        }

        return isNegative && m % 2 == 0 ? -x : x;
    }

    private static BigInteger Shift(Algebra a, BigInteger[] x)
    {
        a.Budget.Bits(x[0].GetBitLength() + Math.Max(0, (double)x[1]));
        if (x[1] < -1_000_000)
            return x[0].Sign < 0 ? -1 : 0;
        return x[1].Sign >= 0 ? x[0] << (int)x[1] : x[0] >> (int)-x[1];
    }

    private static Node? Factor(Algebra a, Node node)
    {
        if (Integer(node) is not { } n)
            return node is ApplyNode ? new Factorizer(a).Factor(node) : null;
        if (BigInteger.Abs(n) < 4)
            return node;
        var parts = new List<Node>();
        if (n.Sign < 0)
            parts.Add(NumberNode.MinusOne);
        foreach (var (p, e) in Primes.Factor(BigInteger.Abs(n), a.Budget))
            parts.Add(
                e == 1
                    ? NumberNode.Of(new Rational(p))
                    : new ApplyNode(Heads.Power, NumberNode.Of(new Rational(p)), NumberNode.Of(e))
            );
        return parts.Count == 1 && parts[0] is NumberNode ? parts[0] : new ApplyNode("factored", [.. parts]);
    }

    private static ApplyNode FactorList(Algebra a, BigInteger n) =>
        Make.List([
            .. Primes
                .Factor(BigInteger.Abs(n), a.Budget)
                .Select(f => (Node)MatrixNode.Row([NumberNode.Of(new Rational(f.Prime)), NumberNode.Of(f.Exponent)])),
        ]);

    private static NumberNode? Harmonic(Algebra a, Node x)
    {
        if (!Make.IsInteger(x, out var n) || n is < 0 or > 2000)
            return null;
        Rational sum = Rational.Zero;
        for (var k = 1; k <= n; k++)
        {
            a.Budget.Bits(sum.Bits);
            sum += new Rational(1, k);
        }

        return NumberNode.Of(sum);
    }

    private static double Binomial(double n, double k)
    {
        if (k == Math.Floor(k) && k is >= 0 and < 300)
        {
            double result = 1;
            for (var i = 0; i < k; i++)
                result *= (n - i) / (k - i);
            return result;
        }

        return Special.GammaFunction.Gamma(n + 1)
            / Special.GammaFunction.Gamma(k + 1)
            / Special.GammaFunction.Gamma(n - k + 1);
    }

    private static double DoubleFactorial(double n)
    {
        double product = 1;
        for (var k = n; k > 1 && product < 1e308; k -= 2)
            product *= k;
        return n == Math.Floor(n) && n >= -1 ? product : double.NaN;
    }
}
