using System.Numerics;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Numbers;
using PaperBot.Calculator.Symbolic;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Equations;

/// <summary>A polynomial in one name with rational coefficients, lowest degree first.</summary>
internal sealed class RationalPolynomial
{
    private readonly Rational[] _coefficients;

    public RationalPolynomial(IReadOnlyList<Rational> coefficients)
    {
        var length = coefficients.Count;
        while (length > 1 && coefficients[length - 1].IsZero)
            length--;
        _coefficients = [.. coefficients.Take(Math.Max(1, length))];
    }

    public int Degree => IsZero ? -1 : _coefficients.Length - 1;

    public bool IsZero => _coefficients.Length == 1 && _coefficients[0].IsZero;

    public Rational Leading => _coefficients[^1];

    public Rational this[int power] => power < _coefficients.Length ? _coefficients[power] : Rational.Zero;

    /// <summary>Null when the node is no such polynomial, or its degree is above 200.</summary>
    public static RationalPolynomial? From(Node node, string name, Algebra a)
    {
        if (PolynomialForm.Coefficients(node, name, a) is not { } coefficients)
            return null;
        var values = new Rational[coefficients.Count];
        for (var i = 0; i < values.Length; i++)
        {
            if (!Make.IsRational(coefficients[i], out values[i]))
                return null;
        }

        return new RationalPolynomial(values);
    }

    public RationalPolynomial Scale(Rational factor) => new([.. _coefficients.Select(c => c * factor)]);

    public RationalPolynomial Derivative() =>
        Degree < 1 ? new([Rational.Zero]) : new([.. _coefficients.Skip(1).Select((c, i) => c * (i + 1))]);

    public Rational Value(Rational x)
    {
        Rational value = Rational.Zero;
        for (var i = _coefficients.Length - 1; i >= 0; i--)
            value = (value * x) + _coefficients[i];
        return value;
    }

    public (RationalPolynomial Quotient, RationalPolynomial Remainder) Divide(RationalPolynomial divisor)
    {
        var rest = _coefficients.ToArray();
        var quotient = new Rational[Math.Max(1, Degree - divisor.Degree + 1)];
        for (var i = Degree - divisor.Degree; i >= 0; i--)
        {
            var factor = rest[i + divisor.Degree] / divisor.Leading;
            quotient[i] = factor;
            if (factor.IsZero)
                continue;
            for (var j = 0; j <= divisor.Degree; j++)
                rest[i + j] -= factor * divisor[j];
        }

        return (new(quotient), new([.. rest.Take(Math.Max(1, divisor.Degree))]));
    }

    /// <summary>The monic greatest common divisor.</summary>
    public RationalPolynomial Gcd(RationalPolynomial other, Budget budget)
    {
        var (a, b) = (this, other);
        while (!b.IsZero)
        {
            budget.Spend((long)(a.Degree + 1) * (b.Degree + 1) * (1 + (b.Leading.Bits / 64)));
            (a, b) = (b, a.Divide(b).Remainder);
            if (!b.IsZero)
                b = b.Scale(Rational.One / b.Content());
        }

        return a.Scale(Rational.One / a.Leading);
    }

    /// <summary>The rational that leaves whole coefficients without a common factor, the leading one positive.</summary>
    public Rational Content()
    {
        var numerator = BigInteger.Zero;
        var denominator = BigInteger.One;
        foreach (var c in _coefficients)
        {
            numerator = BigInteger.GreatestCommonDivisor(numerator, c.Numerator);
            denominator = denominator / BigInteger.GreatestCommonDivisor(denominator, c.Denominator) * c.Denominator;
        }

        var content = new Rational(numerator, denominator);
        return Leading.Sign < 0 ? -content : content;
    }

    /// <summary>Yun: the factors without multiple roots, each with the multiplicity of its roots.</summary>
    public IReadOnlyList<(RationalPolynomial Part, int Power)> SquareFree(Budget budget)
    {
        var parts = new List<(RationalPolynomial, int)>();
        if (Degree < 1)
            return [(this, 1)];
        var common = Gcd(Derivative(), budget);
        var rest = Divide(common).Quotient;
        var slope = Derivative().Divide(common).Quotient;
        for (var power = 1; rest.Degree > 0; power++)
        {
            var difference = slope.Subtract(rest.Derivative());
            var part = difference.IsZero ? rest : rest.Gcd(difference, budget);
            if (part.Degree > 0)
                parts.Add((part.Scale(Rational.One / part.Content()), power));
            if (difference.IsZero)
                break;
            rest = rest.Divide(part).Quotient;
            slope = difference.Divide(part).Quotient;
        }

        return parts;
    }

    public RationalPolynomial Subtract(RationalPolynomial other)
    {
        var length = Math.Max(_coefficients.Length, other._coefficients.Length);
        return new([.. Enumerable.Range(0, length).Select(i => this[i] - other[i])]);
    }

    /// <summary>Distinct rational roots, found near numeric roots and proved by dividing.</summary>
    public IReadOnlyList<Rational> RationalRoots(Budget budget)
    {
        var roots = new List<Rational>();
        var whole = Scale(Rational.One / Content());
        if (Degree < 1)
            return roots;
        foreach (var root in PolynomialRoots.Numeric(whole, budget))
        {
            if (Math.Abs(root.Imaginary) > 1e-6 * Math.Max(1, Math.Abs(root.Real)))
                continue;
            // The denominator of a root divides the leading coefficient.
            var lead = BigInteger.Abs(whole.Leading.Numerator);
            if (lead.GetBitLength() > 200 || !double.IsFinite(root.Real))
                continue;
            var scaled = Rational.FromDouble(root.Real) * new Rational(lead);
            for (var d = -1; d <= 1; d++)
            {
                var candidate = new Rational(Rules.HalfUp(scaled) + d, lead);
                if (!roots.Contains(candidate) && whole.Value(candidate).IsZero)
                    roots.Add(candidate);
            }
        }

        roots.Sort();
        return roots;
    }

    public Node ToNode(Node x, Algebra a) =>
        a.Sum([.. _coefficients.Select((c, i) => a.Product(NumberNode.Of(c), a.Power(x, NumberNode.Of(i))))]);

    public double[] ToDoubles() => [.. _coefficients.Select(c => c.ToDouble())];
}
