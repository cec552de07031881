using System.Collections.Concurrent;
using System.Numerics;

namespace PaperBot.Calculator.Numbers;

/// <summary>Arithmetic and elementary functions on <see cref="BigFloat"/> with a fixed count of bits.</summary>
internal sealed class BigMath(int bits)
{
    private static readonly ConcurrentDictionary<int, BigFloat> Pis = new();
    private static readonly ConcurrentDictionary<int, BigFloat> Logs = new();

    public int Bits { get; } = bits;

    /// <summary>π, kept for the precisions that were asked for.</summary>
    public BigFloat Pi => Pis.Count > 64 ? MachinPi(Bits) : Pis.GetOrAdd(Bits, MachinPi);

    public BigFloat Log2 => Logs.Count > 64 ? LogTwo(Bits) : Logs.GetOrAdd(Bits, LogTwo);

    public BigFloat Of(Rational value) => BigFloat.Divide(value.Numerator, value.Denominator, Bits).Round(Bits);

    public BigFloat Add(BigFloat a, BigFloat b)
    {
        if (a.IsZero)
            return b;
        if (b.IsZero)
            return a;
        if (a.Magnitude < b.Magnitude)
            (a, b) = (b, a);
        if (a.Magnitude - b.Magnitude > Bits + 4)
            return a.Round(Bits);
        return a.Exponent >= b.Exponent
            ? new BigFloat((a.Mantissa << (a.Exponent - b.Exponent)) + b.Mantissa, b.Exponent).Round(Bits)
            : new BigFloat(a.Mantissa + (b.Mantissa << (b.Exponent - a.Exponent)), a.Exponent).Round(Bits);
    }

    public BigFloat Subtract(BigFloat a, BigFloat b) => Add(a, -b);

    public BigFloat Multiply(BigFloat a, BigFloat b) =>
        new BigFloat(a.Mantissa * b.Mantissa, checked(a.Exponent + b.Exponent)).Round(Bits);

    public BigFloat Divide(BigFloat a, BigFloat b)
    {
        var quotient = BigFloat.Divide(a.Mantissa, b.Mantissa, Bits);
        return new BigFloat(quotient.Mantissa, checked(quotient.Exponent + a.Exponent - b.Exponent)).Round(Bits);
    }

    public BigInteger RoundToInteger(BigFloat value) => FloorOf(Add(value, new BigFloat(1, -1)));

    public static BigInteger FloorOf(BigFloat value) =>
        value.Exponent >= 0 ? value.Mantissa << value.Exponent : value.Mantissa >> -value.Exponent;

    public BigFloat Power(BigFloat value, long exponent)
    {
        if (exponent < 0)
            return Divide(1, Power(value, -exponent));
        var wide = new BigMath(Bits + 70);
        BigFloat result = 1;
        while (exponent > 0)
        {
            if ((exponent & 1) == 1)
                result = wide.Multiply(result, value);
            exponent >>= 1;
            if (exponent > 0)
                value = wide.Multiply(value, value);
        }

        return result.Round(Bits);
    }

    public BigFloat Sqrt(BigFloat value)
    {
        if (value.Sign < 0)
            throw new ArithmeticException();
        if (value.IsZero)
            return value;
        var shift = Math.Max(0, (2 * Bits) + 4 - BigFloat.Length(value.Mantissa));
        if (((value.Exponent - shift) & 1) != 0)
            shift++;
        return new BigFloat(IntegerMath.Root(value.Mantissa << shift), (value.Exponent - shift) / 2).Round(Bits);
    }

    public BigFloat Exp(BigFloat value)
    {
        if (value.IsZero)
            return 1;
        if (value.Magnitude > 31)
            throw new OverflowException();
        var work = new BigMath(Bits + 40 + (int)Math.Max(0, value.Magnitude));
        var count = FloorOf(work.Add(work.Divide(value, work.Log2), new BigFloat(1, -1)));
        var rest = work.Subtract(value, work.Multiply(new BigFloat(count, 0), work.Log2));
        // e^r = (e^(r/2^k))^(2^k): the series of a small argument is short.
        var halvings = (int)Math.Sqrt(Bits) + 1;
        var scale = Bits + 40 + (2 * halvings);
        var x = Fixed(rest, scale) >> halvings;
        var one = BigInteger.One << scale;
        var sum = one + x;
        var term = x;
        for (var k = 2; !term.IsZero; k++)
        {
            term = ((term * x) >> scale) / k;
            sum += term;
            if (BigInteger.Abs(term).IsOne)
                break;
        }

        for (var i = 0; i < halvings; i++)
            sum = (sum * sum) >> scale;
        return new BigFloat(sum, checked((int)count - scale)).Round(Bits);
    }

    public BigFloat Log(BigFloat value)
    {
        if (value.Sign <= 0)
            throw new ArithmeticException();
        if (value.Equals(BigFloat.One))
            return BigFloat.Zero;
        // value = m·2^e with m near 1; near one the precision grows by what cancels.
        var exponent = value.Magnitude;
        var near = new BigMath(Bits + 20).Subtract(value, 1);
        var extra = near.IsZero ? 0 : (int)Math.Max(0, -near.Magnitude);
        var work = new BigMath(Bits + 64 + extra);
        var m = new BigFloat(value.Mantissa, value.Exponent - (int)exponent);
        var approximation = BigFloat.FromDouble(Math.Log(m.ToDouble()));
        var reached = 45;
        while (reached < work.Bits)
        {
            // Halley's step on e^y = m triples the correct digits.
            var e = work.Exp(approximation);
            var step = work.Divide(work.Subtract(m, e), work.Add(m, e));
            approximation = work.Add(approximation, new BigFloat(step.Mantissa, step.Exponent + 1));
            reached *= 3;
        }

        return work.Add(approximation, work.Multiply(exponent, work.Log2)).Round(Bits);
    }

    public BigFloat Sin(BigFloat value) => SinCos(value).Sin;

    public BigFloat Cos(BigFloat value) => SinCos(value).Cos;

    public (BigFloat Sin, BigFloat Cos) SinCos(BigFloat value)
    {
        if (value.IsZero)
            return (value, 1);
        if (value.Magnitude > 20_000)
            throw new OverflowException();
        var extra = (int)Math.Max(0, value.Magnitude);
        var work = new BigMath((2 * Bits) + 40 + extra);
        var half = new BigFloat(work.Pi.Mantissa, work.Pi.Exponent - 1);
        var quadrant = FloorOf(work.Add(work.Divide(value, half), new BigFloat(1, -1)));
        var rest = work.Subtract(value, work.Multiply(new BigFloat(quadrant, 0), half));
        var (sin, cos) = Small(rest);
        return ((int)(quadrant & 3)) switch
        {
            0 => (sin, cos),
            1 => (cos, -sin),
            2 => (-sin, -cos),
            _ => (-cos, sin),
        };
    }

    public BigFloat Atan(BigFloat value)
    {
        if (value.IsZero)
            return value;
        if (BigFloat.Abs(value).CompareTo(1) > 0)
        {
            var half = new BigFloat(Pi.Mantissa, Pi.Exponent - 1);
            var rest = new BigMath(Bits + 10).Atan(Divide(1, value));
            return value.Sign > 0 ? Subtract(half, rest) : Subtract(-half, rest);
        }

        // atan x = 2·atan(x/(1 + √(1 + x²))), until the series is short.
        var work = new BigMath(Bits + 40);
        var halvings = (int)Math.Sqrt(Bits / 2.0) + 1;
        var x = value;
        for (var i = 0; i < halvings; i++)
            x = work.Divide(x, work.Add(1, work.Sqrt(work.Add(1, work.Multiply(x, x)))));
        var square = work.Multiply(x, x);
        var power = x;
        var sum = x;
        for (var k = 3; power.Magnitude > sum.Magnitude - work.Bits; k += 2)
        {
            power = -work.Multiply(power, square);
            sum = work.Add(sum, work.Divide(power, k));
        }

        return new BigFloat(sum.Mantissa, sum.Exponent + halvings).Round(Bits);
    }

    public BigFloat Power(BigFloat value, BigFloat exponent)
    {
        if (exponent.Exponent >= 0 && exponent.Magnitude < 62)
            return Power(value, (long)FloorOf(exponent));
        if (exponent.Magnitude > 62)
            throw new OverflowException();
        if (value.Sign == 0)
            return exponent.Sign > 0 ? value : throw new DivideByZeroException();
        var work = new BigMath(Bits + 40 + (int)Math.Max(0, exponent.Magnitude + 32));
        return work.Exp(work.Multiply(exponent, work.Log(value))).Round(Bits);
    }

    private static BigInteger Fixed(BigFloat value, int scale)
    {
        var shift = value.Exponent + scale;
        return shift >= 0 ? value.Mantissa << shift : value.Mantissa >> -shift;
    }

    private static BigFloat MachinPi(int bits)
    {
        var scale = bits + 20;
        var pi = (16 * InverseTangent(5, scale)) - (4 * InverseTangent(239, scale));
        return new BigFloat(pi, -scale).Round(bits);
    }

    private static BigInteger InverseTangent(int inverse, int scale)
    {
        var power = (BigInteger.One << scale) / inverse;
        var sum = power;
        var square = inverse * inverse;
        for (var k = 3; !power.IsZero; k += 2)
        {
            power = -power / square;
            sum += power / k;
        }

        return sum;
    }

    private static BigFloat LogTwo(int bits)
    {
        // ln 2 = 18·artanh(1/26) − 2·artanh(1/4801) + 8·artanh(1/8749).
        var scale = bits + 20;
        var sum = (18 * Artanh(26, scale)) - (2 * Artanh(4801, scale)) + (8 * Artanh(8749, scale));
        return new BigFloat(sum, -scale).Round(bits);
    }

    private static BigInteger Artanh(int inverse, int scale)
    {
        var power = (BigInteger.One << scale) / inverse;
        var sum = power;
        var square = (long)inverse * inverse;
        for (var k = 3; !power.IsZero; k += 2)
        {
            power /= square;
            sum += power / k;
        }

        return sum;
    }

    private (BigFloat Sin, BigFloat Cos) Small(BigFloat value)
    {
        if (value.IsZero)
            return (value, 1);
        var lost = (int)Math.Max(0, -value.Magnitude);
        var scale = Bits + 60 + Math.Min(lost, 2 * Bits);
        var x = Fixed(value, scale);
        var square = (x * x) >> scale;
        var one = BigInteger.One << scale;
        BigInteger sin = x,
            cos = one,
            s = x,
            c = one;
        for (var k = 1; !c.IsZero || !s.IsZero; k += 2)
        {
            c = -((c * square) >> scale) / (k * (k + 1));
            s = -((s * square) >> scale) / ((k + 1) * (k + 2));
            cos += c;
            sin += s;
            if (BigInteger.Abs(c).IsOne || (c.IsZero && BigInteger.Abs(s) <= 1))
                break;
        }

        return (new BigFloat(sin, -scale).Round(Bits), new BigFloat(cos, -scale).Round(Bits));
    }
}
