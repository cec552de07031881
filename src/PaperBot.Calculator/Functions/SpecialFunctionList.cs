using System.Collections.Immutable;
using PaperBot.Calculator.Functions.Special;
using PaperBot.Calculator.Numbers;
using PaperBot.Calculator.Symbolic;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Functions;

/// <summary>Gamma, error, Bessel, elliptic and exponential integrals, zeta, orthogonal polynomials.</summary>
internal static class SpecialFunctionList
{
    public static IEnumerable<FunctionEntry> All =>
        [
            new("gamma")
            {
                Aliases = ["Gamma"],
                Real = GammaFunction.Gamma,
                Exact = (a, x) => Factorials.Gamma(a, x[0]),
                Derivative = (a, x, _) => a.Product(a.Call("gamma", x[0]), a.Call("digamma", x[0])),
                Big = (m, x) => BigGamma.Gamma(x[0], m.Bits),
            },
            new("lgamma")
            {
                Aliases = ["gammaln", "lngamma", "loggamma"],
                Real = GammaFunction.LogGamma,
                Derivative = (a, x, _) => a.Call("digamma", x[0]),
                Big = (m, x) => BigGamma.LogAbs(x[0], m.Bits),
            },
            new("digamma")
            {
                Aliases = ["psi"],
                Real = GammaFunction.Digamma,
                Derivative = (a, x, _) => a.Call("polygamma", NumberNode.One, x[0]),
                Big = (m, x) => BigGamma.Digamma(x[0], m.Bits),
            },
            new("trigamma") { Real = x => GammaFunction.Polygamma(1, x) },
            new("polygamma", 2, 2)
            {
                Real2 = (n, x) =>
                    n >= 0 && n < 150 && n == Math.Floor(n) ? GammaFunction.Polygamma((int)n, x) : double.NaN,
                Derivative = (a, x, i) => i == 1 ? a.Call("polygamma", a.Sum(x[0], NumberNode.One), x[1]) : null,
            },
            new("beta", 2, 2)
            {
                Aliases = ["Beta"],
                Real2 = GammaFunction.Beta,
                Exact = Factorials.Beta,
                Big = (m, x) => BigGamma.Beta(x[0], x[1], m.Bits),
            },
            new("erf")
            {
                Real = ErrorFunction.Erf,
                Exact = (a, x) => x[0] is SymbolNode { Name: "inf" } ? NumberNode.One : Odd(a, "erf", x[0]),
                Derivative = (a, x, _) => Gauss(a, x[0], 1),
            },
            new("erfc")
            {
                Real = ErrorFunction.Erfc,
                Exact = (_, x) => Make.IsZero(x[0]) ? NumberNode.One : null,
                Derivative = (a, x, _) => Gauss(a, x[0], -1),
                Big = (_, x) => ErrorFunction.BigErfc(x[0]),
            },
            new("erfi")
            {
                Real = ErrorFunction.Erfi,
                Derivative = (a, x, _) =>
                    a.Product(
                        NumberNode.Two,
                        a.Power(Algebra.Pi, NumberNode.Of(new Rational(-1, 2))),
                        a.Power(Algebra.E, a.Power(x[0], NumberNode.Two))
                    ),
            },
            new("erfinv") { Aliases = ["inverf"], Real = ErrorFunction.ErfInverse },
            new("erfcinv") { Aliases = ["inverfc"], Real = ErrorFunction.ErfcInverse },
            Ordered("besselj", Bessel.J, (v, x) => BigBessel.J(v, x, 120), 1) with
            {
                Aliases = ["BesselJ", "besselJ"],
            },
            Ordered("bessely", Bessel.Y, (v, x) => BigBessel.Y(v, x, 120), 1) with
            {
                Aliases = ["BesselY", "besselY"],
            },
            Ordered("besseli", Bessel.I, (v, x) => BigBessel.I(v, x, 120), -1) with
            {
                Aliases = ["BesselI", "besselI"],
            },
            Ordered("besselk", Bessel.K, Bessel.BigK, 0) with
            {
                Aliases = ["BesselK", "besselK"],
            },
            new("sphericalj", 2, 2)
            {
                Real2 = (n, x) => x == 0 ? (n == 0 ? 1 : 0) : Math.Sqrt(Math.PI / (2 * x)) * Bessel.J(n + 0.5, x),
            },
            new("sphericaly", 2, 2) { Real2 = (n, x) => Math.Sqrt(Math.PI / (2 * x)) * Bessel.Y(n + 0.5, x) },
            new("airyai") { Aliases = ["Ai"], Real = Airy.Ai },
            new("airybi") { Aliases = ["Bi"], Real = Airy.Bi },
            new("ellipticK")
            {
                Aliases = ["ellipk"],
                Real = Elliptic.K,
                Exact = (a, x) => Make.IsZero(x[0]) ? a.Divide(Algebra.Pi, NumberNode.Two) : null,
            },
            new("ellipticE", 1, 2)
            {
                Aliases = ["ellipe"],
                Real = Elliptic.E,
                Real2 = Elliptic.E,
                Exact = (a, x) => x.Length == 1 && Make.IsZero(x[0]) ? a.Divide(Algebra.Pi, NumberNode.Two) : null,
            },
            new("ellipticF", 2, 2) { Real2 = Elliptic.F },
            new("ellipticPi", 2, 2) { Real2 = Elliptic.Pi },
            new("En", 2, 2) { Aliases = ["expint"], Real2 = ExponentialIntegral.E },
            new("Ei")
            {
                Aliases = ["expintei"],
                Real = ExponentialIntegral.Ei,
                Derivative = (a, x, _) => a.Divide(a.Power(Algebra.E, x[0]), x[0]),
            },
            new("li")
            {
                Real = ExponentialIntegral.Li,
                Derivative = (a, x, _) => a.Power(a.Call("ln", x[0]), NumberNode.MinusOne),
            },
            new("Si")
            {
                Aliases = ["sinint"],
                Real = ExponentialIntegral.Si,
                Derivative = (a, x, _) => a.Divide(a.Call("sin", x[0]), x[0]),
            },
            new("Ci")
            {
                Aliases = ["cosint"],
                Real = ExponentialIntegral.Ci,
                Derivative = (a, x, _) => a.Divide(a.Call("cos", x[0]), x[0]),
            },
            new("zeta") { Real = Zeta.Value, Exact = Factorials.Zeta },
            new("hermite", 2, 2)
            {
                Aliases = ["hermiteH"],
                Real2 = Orthogonal.Hermite,
                Exact = (a, x) => Polynomial(a, x, "hermite"),
                Big = (m, x) => Orthogonal.BigHermite((int)BigMath.FloorOf(x[0]), x[1], m),
            },
            new("laguerre", 2, 3)
            {
                Aliases = ["laguerreL"],
                Real2 = Orthogonal.Laguerre,
                RealMany = x => x.Length == 2 ? Orthogonal.Laguerre(x[0], x[1]) : Orthogonal.Laguerre(x[0], x[1], x[2]),
                Exact = (a, x) => x.Length == 2 ? Polynomial(a, x, "laguerre") : null,
            },
            new("legendreP", 2, 3)
            {
                Aliases = ["legendre"],
                Real2 = Orthogonal.LegendreP,
                RealMany = x =>
                    x.Length == 2 ? Orthogonal.LegendreP(x[0], x[1]) : Orthogonal.AssociatedLegendre(x[0], x[1], x[2]),
                Exact = (a, x) => x.Length == 2 ? Polynomial(a, x, "legendreP") : null,
            },
            new("legendreQ", 2, 2) { Real2 = Orthogonal.LegendreQ },
            new("chebyshevT", 2, 2) { Real2 = Orthogonal.ChebyshevT, Exact = (a, x) => Polynomial(a, x, "chebyshevT") },
            new("chebyshevU", 2, 2) { Real2 = Orthogonal.ChebyshevU, Exact = (a, x) => Polynomial(a, x, "chebyshevU") },
            new("gammainc", 2, 2)
            {
                Aliases = ["gamma_upper", "igamma"],
                Real2 = IncompleteGamma.Upper,
                Big = (_, x) => IncompleteGamma.BigUpper(x[0].ToDouble(), x[1].ToDouble()),
            },
            new("gamma_lower", 2, 2)
            {
                Real2 = IncompleteGamma.Lower,
                Big = (_, x) => IncompleteGamma.BigLower(x[0].ToDouble(), x[1].ToDouble()),
            },
            new("gammaP", 2, 2)
            {
                Aliases = ["gammap"],
                Real2 = IncompleteGamma.P,
                Big = (_, x) => IncompleteGamma.BigP(x[0].ToDouble(), x[1].ToDouble()),
            },
            new("gammaQ", 2, 2)
            {
                Aliases = ["gammaq"],
                Real2 = IncompleteGamma.Q,
                Big = (_, x) => IncompleteGamma.BigQ(x[0].ToDouble(), x[1].ToDouble()),
            },
            new("betainc", 3, 3) { Aliases = ["ibeta"], RealMany = x => IncompleteBeta.Regularized(x[0], x[1], x[2]) },
            new("lambertw", 1, 2)
            {
                Aliases = ["W", "lambertW"],
                Real = LambertW.Principal,
                Real2 = LambertW.Branch,
                Derivative = (a, x, _) =>
                    a.Divide(a.Apply("lambertw", x), a.Product(x[0], a.Sum(NumberNode.One, a.Apply("lambertw", x)))),
            },
        ];

    private static FunctionEntry Ordered(
        string name,
        Func<double, double, double> real,
        Func<double, double, BigFloat> big,
        int sign
    ) =>
        new(name, 2, 2)
        {
            Real2 = real,
            Big = (_, x) => big(x[0].ToDouble(), x[1].ToDouble()),
            Derivative = (a, x, i) => i == 1 ? Slope(a, name, x[0], x[1], sign) : null,
        };

    /// <summary>J' = (J₋ − J₊)/2, I' = (I₋ + I₊)/2, K' = −(K₋ + K₊)/2.</summary>
    private static Node Slope(Algebra a, string name, Node v, Node x, int sign)
    {
        var less = a.Call(name, a.Subtract(v, NumberNode.One), x);
        var more = a.Call(name, a.Sum(v, NumberNode.One), x);
        var both = sign == 1 ? a.Subtract(less, more) : a.Sum(less, more);
        return a.Product(sign == 0 ? NumberNode.Of(new Rational(-1, 2)) : NumberNode.Half, both);
    }

    private static Node Gauss(Algebra a, Node x, int sign) =>
        a.Product(
            NumberNode.Of(2 * sign),
            a.Power(Algebra.Pi, NumberNode.Of(new Rational(-1, 2))),
            a.Power(Algebra.E, a.Negate(a.Power(x, NumberNode.Two)))
        );

    private static Node? Odd(Algebra a, string name, Node x) =>
        Make.IsZero(x) ? NumberNode.Zero
        : Rules.IsNegative(x) ? a.Negate(a.Call(name, a.Negate(x)))
        : null;

    /// <summary>Small whole degrees are written out, or computed exactly.</summary>
    private static Node? Polynomial(Algebra a, ImmutableArray<Node> x, string name)
    {
        if (
            !Make.IsInteger(x[0], out var n)
            || n is < 0 or > 40
            || x[1].IsInexact
            || (x[1] is not (SymbolNode or NumberNode))
        )
            return null;
        var t = x[1];
        Node before = NumberNode.One;
        var value = name switch
        {
            "laguerre" => a.Subtract(NumberNode.One, t),
            "hermite" or "chebyshevU" => a.Product(NumberNode.Two, t),
            _ => t,
        };
        if (n == 0)
            return before;
        var expand = new Expander(a);
        for (var k = 1; k < n; k++)
        {
            var next = name switch
            {
                "legendreP" => a.Product(
                    NumberNode.Of(new Rational(1, k + 1)),
                    a.Subtract(a.Product(NumberNode.Of((2 * k) + 1), t, value), a.Product(NumberNode.Of(k), before))
                ),
                "laguerre" => a.Product(
                    NumberNode.Of(new Rational(1, k + 1)),
                    a.Subtract(
                        a.Product(a.Subtract(NumberNode.Of((2 * k) + 1), t), value),
                        a.Product(NumberNode.Of(k), before)
                    )
                ),
                "hermite" => a.Subtract(a.Product(NumberNode.Two, t, value), a.Product(NumberNode.Of(2 * k), before)),
                _ => a.Subtract(a.Product(NumberNode.Two, t, value), before),
            };
            (before, value) = (value, expand.Expand(next));
        }

        return value;
    }
}
