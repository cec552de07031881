using System.Numerics;
using PaperBot.Calculator.Numbers;
using PaperBot.Calculator.Symbolic;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Equations;

/// <summary>Roots of polynomials: rational ones and those of quadratics exactly, the rest to full precision.</summary>
internal static class PolynomialSolver
{
    public static IReadOnlyList<(Node Root, int Multiplicity)> Roots(RationalPolynomial polynomial, Algebra a)
    {
        var roots = new List<(Node Root, int Multiplicity, Complex Value)>();
        foreach (var (part, power) in polynomial.SquareFree(a.Budget))
        {
            var rest = part;
            foreach (var root in part.RationalRoots(a.Budget))
            {
                rest = rest.Divide(new RationalPolynomial([-root, Rational.One])).Quotient;
                roots.Add((NumberNode.Of(root), power, root.ToDouble()));
            }

            if (rest.Degree == 2)
            {
                var exact = Quadratic([NumberNode.Of(rest[0]), NumberNode.Of(rest[1]), NumberNode.Of(rest[2])], a);
                var values = PolynomialRoots.Numeric(rest, a.Budget);
                // The same order as the numbers have.
                var isOrdered = values[0].Imaginary == 0 || values[0].Imaginary < values[1].Imaginary;
                roots.Add((exact[isOrdered ? 0 : 1], power, values[0]));
                roots.Add((exact[isOrdered ? 1 : 0], power, values[1]));
            }
            else if (rest.Degree > 0)
            {
                foreach (var value in PolynomialRoots.Numeric(rest, a.Budget))
                    roots.Add((Pure(rest, value, a), power, value));
            }
        }

        return
        [
            .. roots
                .OrderBy(r => r.Value.Imaginary == 0 ? 0 : 1)
                .ThenBy(r => r.Value.Real)
                .ThenBy(r => r.Value.Imaginary)
                .Select(r => (r.Root, r.Multiplicity)),
        ];
    }

    /// <summary>Both roots of c + bx + ax², the one with the minus first.</summary>
    public static IReadOnlyList<Node> Quadratic(IReadOnlyList<Node> coefficients, Algebra a)
    {
        var (c, b, lead) = (
            coefficients[0],
            coefficients.Count > 1 ? coefficients[1] : NumberNode.Zero,
            coefficients.Count > 2 ? coefficients[2] : NumberNode.Zero
        );
        if (coefficients.Count == 2)
            return [a.Negate(a.Divide(c, b))];
        var discriminant = new Expander(a).Expand(
            a.Subtract(a.Power(b, NumberNode.Two), a.Product(NumberNode.Of(4), lead, c))
        );
        var root = a.Sqrt(discriminant);
        var below = a.Product(NumberNode.Two, lead);
        Node Root(Node sign) => new Expander(a).Expand(a.Divide(a.Sum(a.Negate(b), a.Product(sign, root)), below));
        var isNegative = Signs.Of(below) == -1;
        var less = Root(isNegative ? NumberNode.One : NumberNode.MinusOne);
        var more = Root(isNegative ? NumberNode.MinusOne : NumberNode.One);
        return [less, more];
    }

    /// <summary>x^n = q has the real root q^(1/n) as an exact formula.</summary>
    private static Node Pure(RationalPolynomial polynomial, Complex value, Algebra a)
    {
        var n = polynomial.Degree;
        var isPure = Enumerable.Range(1, n - 1).All(i => polynomial[i].IsZero);
        if (isPure && value.Imaginary == 0)
        {
            var q = -polynomial[0] / polynomial[n];
            var root = a.Power(NumberNode.Of(Rational.Abs(q)), NumberNode.Of(new Rational(1, n)));
            return value.Real < 0 ? a.Negate(root) : root;
        }

        return new NumberNode(new FloatNumber(value));
    }
}
