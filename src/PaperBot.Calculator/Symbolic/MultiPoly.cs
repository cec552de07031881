using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Numbers;

namespace PaperBot.Calculator.Symbolic;

/// <summary>A polynomial in several atoms with rational coefficients.</summary>
internal sealed class MultiPoly
{
    private const int MaxTerms = 400;
    private readonly Budget _budget;

    public MultiPoly(int atoms, Budget budget)
    {
        Atoms = atoms;
        _budget = budget;
    }

    public int Atoms { get; }

    public Dictionary<Monomial, Rational> Terms { get; } = [];

    public bool IsZero => Terms.Count == 0;

    public bool IsConstant => Terms.Keys.All(m => m.Exponents.All(e => e == 0));

    public static MultiPoly Constant(Rational value, int atoms, Budget budget)
    {
        var poly = new MultiPoly(atoms, budget);
        if (!value.IsZero)
            poly.Terms[new Monomial(new int[atoms])] = value;
        return poly;
    }

    public static MultiPoly Atom(int index, int atoms, Budget budget)
    {
        var poly = new MultiPoly(atoms, budget);
        poly.Terms[new Monomial(new int[atoms]).With(index, 1)] = Rational.One;
        return poly;
    }

    public MultiPoly Add(MultiPoly other, Rational scale)
    {
        var sum = new MultiPoly(Atoms, _budget);
        foreach (var (monomial, coefficient) in Terms)
            sum.Terms[monomial] = coefficient;
        foreach (var (monomial, coefficient) in other.Terms)
            sum.Accumulate(monomial, coefficient * scale);
        return sum;
    }

    public MultiPoly Multiply(MultiPoly other)
    {
        if ((long)Terms.Count * other.Terms.Count > MaxTerms * 20L)
            throw new TooLargeException();
        _budget.Spend(Terms.Count * other.Terms.Count * 8L);
        var product = new MultiPoly(Atoms, _budget);
        foreach (var (m, c) in Terms)
        {
            foreach (var (n, d) in other.Terms)
            {
                _budget.Bits(c.Bits + d.Bits);
                product.Accumulate(m * n, c * d);
            }
        }

        return product.Terms.Count > MaxTerms ? throw new TooLargeException() : product;
    }

    public MultiPoly Power(int exponent)
    {
        if (exponent > 60)
            throw new TooLargeException();
        var result = Constant(Rational.One, Atoms, _budget);
        for (var i = 0; i < exponent; i++)
            result = result.Multiply(this);
        return result;
    }

    public MultiPoly Scale(Rational factor)
    {
        var scaled = new MultiPoly(Atoms, _budget);
        foreach (var (monomial, coefficient) in Terms)
            scaled.Terms[monomial] = coefficient * factor;
        return scaled;
    }

    public int Degree(int atom) => Terms.Count == 0 ? -1 : Terms.Keys.Max(m => m[atom]);

    /// <summary>The coefficient of atom^exponent, as a polynomial in the others.</summary>
    public MultiPoly Coefficient(int atom, int exponent)
    {
        var part = new MultiPoly(Atoms, _budget);
        foreach (var (monomial, coefficient) in Terms)
        {
            if (monomial[atom] == exponent)
                part.Terms[monomial.With(atom, 0)] = coefficient;
        }

        return part;
    }

    public MultiPoly Shift(int atom, int by)
    {
        var shifted = new MultiPoly(Atoms, _budget);
        foreach (var (monomial, coefficient) in Terms)
            shifted.Terms[monomial.With(atom, monomial[atom] + by)] = coefficient;
        return shifted;
    }

    /// <summary>this / divisor when it divides exactly; null otherwise.</summary>
    public MultiPoly? Divide(MultiPoly divisor)
    {
        if (divisor.IsConstant)
            return Scale(Rational.One / divisor.Terms.Values.First());
        var lead = divisor.Leading();
        var rest = this;
        var quotient = new MultiPoly(Atoms, _budget);
        for (var steps = 0; !rest.IsZero; steps++)
        {
            var top = rest.Leading();
            var exponents = new int[Atoms];
            for (var i = 0; i < Atoms; i++)
            {
                exponents[i] = top.Monomial[i] - lead.Monomial[i];
                if (exponents[i] < 0)
                    return null;
            }

            if (steps > MaxTerms)
                throw new TooLargeException();
            var factor = new MultiPoly(Atoms, _budget);
            factor.Terms[new Monomial(exponents)] = top.Coefficient / lead.Coefficient;
            quotient = quotient.Add(factor, Rational.One);
            rest = rest.Add(factor.Multiply(divisor), -1);
        }

        return quotient;
    }

    /// <summary>The greatest common divisor, up to a rational factor.</summary>
    public static MultiPoly Gcd(MultiPoly a, MultiPoly b)
    {
        if (a.IsZero)
            return b;
        if (b.IsZero)
            return a;
        var atom = Enumerable.Range(0, a.Atoms).FirstOrDefault(i => a.Degree(i) > 0 && b.Degree(i) > 0, -1);
        if (atom < 0)
            return OtherContent(a, b);
        var contentA = a.Content(atom);
        var contentB = b.Content(atom);
        var p = a.Divide(contentA)!;
        var q = b.Divide(contentB)!;
        if (p.Degree(atom) < q.Degree(atom))
            (p, q) = (q, p);
        while (true)
        {
            var rest = p.PseudoRemainder(q, atom);
            if (rest.IsZero)
                break;
            if (rest.Degree(atom) == 0)
            {
                q = Constant(Rational.One, a.Atoms, a._budget);
                break;
            }

            p = q;
            q = rest.Divide(rest.Content(atom))!.Primitive();
        }

        return Gcd(contentA, contentB).Multiply(q).Primitive();
    }

    /// <summary>Divided by what its coefficients have in common; the leading one positive.</summary>
    public MultiPoly Primitive()
    {
        if (IsZero)
            return this;
        var numerator = Terms.Values.Aggregate(
            System.Numerics.BigInteger.Zero,
            (g, c) => System.Numerics.BigInteger.GreatestCommonDivisor(g, c.Numerator)
        );
        var denominator = Terms.Values.Aggregate(
            System.Numerics.BigInteger.One,
            (l, c) => l / System.Numerics.BigInteger.GreatestCommonDivisor(l, c.Denominator) * c.Denominator
        );
        var scale = new Rational(denominator, numerator);
        return Scale(Leading().Coefficient.Sign < 0 ? -scale : scale);
    }

    public (Monomial Monomial, Rational Coefficient) Leading()
    {
        var best = Terms.First();
        foreach (var term in Terms)
        {
            if (term.Key.Exponents.AsSpan().SequenceCompareTo(best.Key.Exponents) > 0)
                best = term;
        }

        return (best.Key, best.Value);
    }

    private static MultiPoly OtherContent(MultiPoly a, MultiPoly b)
    {
        // No atom in common: only what divides all coefficients of one by the other's atoms can be common.
        var atom = Enumerable.Range(0, a.Atoms).FirstOrDefault(i => a.Degree(i) > 0 || b.Degree(i) > 0, -1);
        if (atom < 0)
            return Constant(Rational.One, a.Atoms, a._budget);
        return a.Degree(atom) > 0 ? Gcd(a.Content(atom), b) : Gcd(a, b.Content(atom));
    }

    private MultiPoly Content(int atom)
    {
        var content = new MultiPoly(Atoms, _budget);
        for (var i = 0; i <= Degree(atom); i++)
        {
            content = Gcd(content, Coefficient(atom, i));
            if (content is { IsZero: false, IsConstant: true })
                return Constant(Rational.One, Atoms, _budget);
        }

        return content;
    }

    private MultiPoly PseudoRemainder(MultiPoly divisor, int atom)
    {
        var rest = this;
        var degree = divisor.Degree(atom);
        var lead = divisor.Coefficient(atom, degree);
        while (!rest.IsZero && rest.Degree(atom) >= degree)
        {
            var top = rest.Degree(atom);
            var factor = rest.Coefficient(atom, top).Shift(atom, top - degree);
            rest = rest.Multiply(lead).Add(factor.Multiply(divisor), -1);
        }

        return rest;
    }

    private void Accumulate(Monomial monomial, Rational value)
    {
        var sum = Terms.TryGetValue(monomial, out var known) ? known + value : value;
        if (sum.IsZero)
            Terms.Remove(monomial);
        else
            Terms[monomial] = sum;
    }
}
