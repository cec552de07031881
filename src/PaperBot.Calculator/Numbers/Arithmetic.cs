using System.Numerics;
using PaperBot.Calculator.Limits;

namespace PaperBot.Calculator.Numbers;

/// <summary>Arithmetic on numbers of all kinds. The size of every exact result is bounded before it is computed.</summary>
internal sealed class Arithmetic(Budget budget)
{
    /// <summary>Decimals with more bits than this go on as floating numbers.</summary>
    private const int DecimalBits = 1200;

    private const int BigBits = 128;
    private const int BigDigits = 15;

    public Number Add(Number a, Number b)
    {
        if (a is ExactNumber x && b is ExactNumber y)
        {
            budget.Bits(Math.Max(Bits(x), Bits(y)));
            return Exact(
                x.Re + y.Re,
                x.Im.IsZero && y.Im.IsZero ? Rational.Zero : x.Im + y.Im,
                x.IsDecimal || y.IsDecimal
            );
        }

        if (a is BigNumber || b is BigNumber)
            return Big(a, b, (m, p, q) => m.Add(p, q));
        return Floating(a.ToComplex() + b.ToComplex(), a, b, (m, p, q) => m.Add(p, q));
    }

    public Number Negate(Number a) => Multiply(ExactNumber.MinusOne, a);

    public Number Multiply(Number a, Number b)
    {
        if (a is ExactNumber x && b is ExactNumber y)
        {
            budget.Bits(Bits(x) + Bits(y));
            var isDecimal = x.IsDecimal || y.IsDecimal;
            return x.Im.IsZero && y.Im.IsZero
                ? Exact(x.Re * y.Re, Rational.Zero, isDecimal)
                : Exact((x.Re * y.Re) - (x.Im * y.Im), (x.Re * y.Im) + (x.Im * y.Re), isDecimal);
        }

        if (a is BigNumber || b is BigNumber)
            return Big(a, b, (m, p, q) => m.Multiply(p, q));
        return Floating(Times(a.ToComplex(), b.ToComplex()), a, b, (m, p, q) => m.Multiply(p, q));
    }

    public Number Divide(Number a, Number b)
    {
        if (b.IsZero)
            throw new CalculatorException(a.IsZero ? "math.indeterminate" : "math.division");
        if (a is ExactNumber x && b is ExactNumber y)
        {
            budget.Bits(Bits(x) + Bits(y));
            var isDecimal = x.IsDecimal || y.IsDecimal;
            if (x.Im.IsZero && y.Im.IsZero)
                return Exact(x.Re / y.Re, Rational.Zero, isDecimal);
            var norm = (y.Re * y.Re) + (y.Im * y.Im);
            return Exact(((x.Re * y.Re) + (x.Im * y.Im)) / norm, ((x.Im * y.Re) - (x.Re * y.Im)) / norm, isDecimal);
        }

        if (a is BigNumber || b is BigNumber)
            return Big(a, b, (m, p, q) => m.Divide(p, q));
        return Floating(a.ToComplex() / b.ToComplex(), a, b, (m, p, q) => m.Divide(p, q));
    }

    /// <summary>A whole power; null exponent sizes that cannot be held are an error, long ones an approximation.</summary>
    public Number Power(Number a, BigInteger exponent)
    {
        if (exponent.IsZero)
            return ExactNumber.One;
        if (a.IsZero)
            return exponent.Sign > 0 ? a : throw new CalculatorException("math.division");
        if (exponent.IsOne)
            return a;
        if (exponent.Sign < 0)
            return Divide(ExactNumber.One, Power(a, -exponent));
        if (a is ExactNumber exact)
            return ExactPower(exact, exponent);
        if (a is FloatNumber real && exponent < 1_000_000)
        {
            var value = real.IsReal
                ? Math.Pow(real.Value.Real, (double)exponent)
                : ComplexPower(real.Value, (int)exponent);
            if (double.IsFinite(value.Real) && (value != Complex.Zero || real.Value == Complex.Zero))
                return new FloatNumber(value);
        }

        return BigPower(a, exponent);
    }

    /// <summary>A power of floating numbers, or of what has become one.</summary>
    public Number FloatPower(Number a, Number b)
    {
        if (a is BigNumber || b is BigNumber)
            return a.Sign > 0
                ? Big(a, b, (m, p, q) => m.Power(p, q))
                : throw new CalculatorException("limit.digits", ("limit", budget.Limits.Digits));
        var x = a.ToComplex();
        var y = b.ToComplex();
        if (x == Complex.Zero)
        {
            return y.Real > 0
                ? new FloatNumber(0)
                : throw new CalculatorException(y == Complex.Zero ? "math.indeterminate" : "math.division");
        }

        var value =
            y.Imaginary == 0 && x.Imaginary == 0 && (x.Real > 0 || y.Real == Math.Floor(y.Real))
                ? new Complex(Math.Pow(x.Real, y.Real), 0)
                : Complex.Pow(x, y);
        return double.IsFinite(value.Real) && double.IsFinite(value.Imaginary) && value != Complex.Zero
                ? new FloatNumber(value)
            : a.Sign > 0 && b.IsReal ? Big(a, b, (m, p, q) => m.Power(p, q))
            : throw new CalculatorException("math.overflow");
    }

    public static Complex Times(Complex a, Complex b) =>
        a.Imaginary == 0 ? new Complex(a.Real * b.Real, b.Imaginary == 0 ? 0 : a.Real * b.Imaginary)
        : b.Imaginary == 0 ? new Complex(a.Real * b.Real, a.Imaginary * b.Real)
        : a * b;

    public static BigFloat ToBig(Number number, int bits = BigBits) =>
        number switch
        {
            BigNumber big => big.Value,
            ExactNumber { IsReal: true } exact => new BigMath(bits).Of(exact.Re),
            FloatNumber { IsReal: true } real => BigFloat.FromDouble(real.Value.Real),
            _ => throw new CalculatorException("math.overflow"),
        };

    /// <summary>A wide number again as an ordinary one, where it fits.</summary>
    public static Number Narrow(BigFloat value, int digits = BigDigits) =>
        value.IsZero || value.Magnitude is < 1020 and > -1020
            ? new FloatNumber(value.ToDouble())
            : new BigNumber(value.Round(BigBits), digits);

    private static long Bits(ExactNumber number) => number.Re.Bits + (number.Im.IsZero ? 0 : number.Im.Bits);

    private static Number Exact(Rational re, Rational im, bool isDecimal)
    {
        var number = new ExactNumber(re, im, isDecimal);
        if (!isDecimal || Bits(number) <= DecimalBits)
            return number;
        var value = number.ToComplex();
        return
            double.IsFinite(value.Real) && double.IsFinite(value.Imaginary) && (value != Complex.Zero || number.IsZero)
            ? new FloatNumber(value)
            : new BigNumber(ToBig(number), BigDigits);
    }

    private static Complex ComplexPower(Complex value, int exponent)
    {
        var result = Complex.One;
        for (; exponent > 0; exponent >>= 1)
        {
            if ((exponent & 1) == 1)
                result *= value;
            value *= value;
        }

        return result;
    }

    private Number ExactPower(ExactNumber a, BigInteger exponent)
    {
        if (a.IsOne)
            return a;
        if (a.IsReal && Rational.Abs(a.Re).IsOne)
            return a.Re.Sign > 0 || exponent.IsEven ? new ExactNumber(Rational.One, Rational.Zero, a.IsDecimal) : a;
        var bits = (double)exponent * Bits(a);
        var isLong = bits > budget.Limits.Digits * 3.33 || (a.IsDecimal && bits > DecimalBits);
        if (isLong)
            return a.IsReal
                ? BigPower(a, exponent)
                : throw new CalculatorException("limit.digits", ("limit", budget.Limits.Digits));
        budget.Bits(bits);
        if (a.IsReal)
            return Exact(Rational.Pow(a.Re, (int)exponent), Rational.Zero, a.IsDecimal);
        Number result = ExactNumber.One;
        Number square = a;
        for (var n = (int)exponent; n > 0; n >>= 1)
        {
            if ((n & 1) == 1)
                result = Multiply(result, square);
            if (n > 1)
                square = Multiply(square, square);
        }

        return result;
    }

    private Number BigPower(Number a, BigInteger exponent)
    {
        var value = ToBig(a, BigBits + 64);
        var magnitude = (double)exponent * Math.Abs(value.Log2());
        if (exponent > long.MaxValue || !(magnitude < 2e9))
            throw new CalculatorException("limit.digits", ("limit", budget.Limits.Digits));
        budget.Spend(2000);
        return Narrow(new BigMath(BigBits + 64).Power(value, (long)exponent));
    }

    private Number Big(Number a, Number b, Func<BigMath, BigFloat, BigFloat, BigFloat> operation)
    {
        budget.Spend(50);
        try
        {
            return Narrow(operation(new BigMath(BigBits), ToBig(a), ToBig(b)));
        }
        catch (OverflowException)
        {
            throw new CalculatorException("math.overflow");
        }
    }

    private Number Floating(Complex value, Number a, Number b, Func<BigMath, BigFloat, BigFloat, BigFloat> operation)
    {
        if (
            double.IsFinite(value.Real)
            && double.IsFinite(value.Imaginary)
            && (value != Complex.Zero || a.IsZero || b.IsZero)
        )
            return new FloatNumber(value);
        if (value == Complex.Zero && (!a.IsReal || !b.IsReal))
            return new FloatNumber(value);
        return Big(a, b, operation);
    }
}
