using System.Numerics;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Numbers;

namespace PaperBot.Calculator.Functions;

/// <summary>Primes: Miller-Rabin, and Pollard's rho for factors that trial division does not find.</summary>
internal static class Primes
{
    private static readonly int[] Witnesses = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53];

    public static bool IsPrime(BigInteger n, Budget budget)
    {
        if (n < 2)
            return false;
        foreach (var p in Witnesses)
        {
            if (n == p)
                return true;
            if (n % p == 0)
                return false;
        }

        if (n < 3481)
            return true;
        var d = n - 1;
        var twos = 0;
        while (d.IsEven)
        {
            d >>= 1;
            twos++;
        }

        // Certain below 3.3e24; beyond that the chance of a mistake is nil in practice.
        foreach (var witness in Witnesses)
        {
            var words = (long)(n.GetBitLength() / 64) + 1;
            budget.Spend(n.GetBitLength() * words * words * 4);
            var x = BigInteger.ModPow(witness, d, n);
            if (x.IsOne || x == n - 1)
                continue;
            var isComposite = true;
            for (var i = 1; i < twos && isComposite; i++)
            {
                x = x * x % n;
                isComposite = x != n - 1;
            }

            if (isComposite)
                return false;
        }

        return true;
    }

    public static BigInteger Next(BigInteger n, Budget budget)
    {
        if (n < 2)
            return 2;
        var candidate = n + (n.IsEven ? 1 : 2);
        while (!IsPrime(candidate, budget))
        {
            budget.Spend(50);
            candidate += 2;
        }

        return candidate;
    }

    public static BigInteger Nth(BigInteger n, Budget budget)
    {
        if (n < 1 || n > 2_000_000)
            throw new CalculatorException("value.range");
        var count = (int)n;
        if (count < 6)
            return new[] { 2, 3, 5, 7, 11 }[count - 1];
        var top = (int)(count * (Math.Log(count) + Math.Log(Math.Log(count)))) + 10;
        var composite = new bool[top + 1];
        for (var p = 2; p <= top; p++)
        {
            if (composite[p])
                continue;
            if (--count == 0)
                return p;
            budget.Spend((top / p) + 1);
            for (var k = (long)p * p; k <= top; k += p)
                composite[k] = true;
        }

        throw new CalculatorException("value.range");
    }

    public static IReadOnlyList<(BigInteger Prime, int Exponent)> Factor(BigInteger n, Budget budget)
    {
        if (n.GetBitLength() > 400)
            throw new CalculatorException("limit.factor");
        var factors = new SortedDictionary<BigInteger, int>();
        if (n.IsZero)
            return [];
        for (var p = 2; p < 10_000 && n > 1; p += p == 2 ? 1 : 2)
        {
            budget.Spend();
            while ((n % p).IsZero)
            {
                Count(factors, p);
                n /= p;
            }
        }

        Split(n, factors, budget);
        return [.. factors.Select(f => (f.Key, f.Value))];
    }

    public static IReadOnlyList<BigInteger> Divisors(BigInteger n, Budget budget)
    {
        var divisors = new List<BigInteger> { 1 };
        foreach (var (prime, exponent) in Factor(BigInteger.Abs(n), budget))
        {
            budget.Elements((double)divisors.Count * (exponent + 1));
            var powers = divisors.ToList();
            for (var i = 1; i <= exponent; i++)
            {
                powers = [.. powers.Select(d => d * prime)];
                divisors.AddRange(powers);
            }
        }

        divisors.Sort();
        return divisors;
    }

    public static BigInteger Totient(BigInteger n, Budget budget)
    {
        if (n.Sign <= 0)
            throw new CalculatorException("value.range");
        var result = n;
        foreach (var (prime, _) in Factor(n, budget))
            result = result / prime * (prime - 1);
        return result;
    }

    private static void Count(SortedDictionary<BigInteger, int> factors, BigInteger prime) =>
        factors[prime] = factors.GetValueOrDefault(prime) + 1;

    private static void Split(BigInteger n, SortedDictionary<BigInteger, int> factors, Budget budget)
    {
        if (n.IsOne)
            return;
        if (IsPrime(n, budget))
        {
            Count(factors, n);
            return;
        }

        var root = IntegerMath.Root(n);
        var divisor = root * root == n ? root : Rho(n, budget);
        Split(divisor, factors, budget);
        Split(n / divisor, factors, budget);
    }

    /// <summary>Brent's form: differences are gathered, so that one gcd serves many steps.</summary>
    private static BigInteger Rho(BigInteger n, Budget budget)
    {
        for (var c = 1; c < 100; c++)
        {
            BigInteger slow = 2,
                fast = 2,
                product = 1;
            for (var steps = 1; ; steps++)
            {
                budget.Spend(20);
                slow = ((slow * slow) + c) % n;
                fast = ((fast * fast) + c) % n;
                fast = ((fast * fast) + c) % n;
                product = product * BigInteger.Abs(slow - fast) % n;
                if (steps % 64 != 0 && !product.IsZero)
                    continue;
                var common = BigInteger.GreatestCommonDivisor(product, n);
                if (common == n || product.IsZero)
                    common = Careful(n, c, budget);
                if (common > 1)
                {
                    if (common != n)
                        return common;
                    break;
                }
            }
        }

        throw new CalculatorException("limit.factor");
    }

    private static BigInteger Careful(BigInteger n, int c, Budget budget)
    {
        BigInteger slow = 2,
            fast = 2;
        while (true)
        {
            budget.Spend(30);
            slow = ((slow * slow) + c) % n;
            fast = ((fast * fast) + c) % n;
            fast = ((fast * fast) + c) % n;
            var common = BigInteger.GreatestCommonDivisor(BigInteger.Abs(slow - fast), n);
            if (common > 1)
                return common;
        }
    }
}
