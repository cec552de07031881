using PaperBot.Calculator.Evaluation;
using PaperBot.Calculator.Functions;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Numbers;
using PaperBot.Calculator.Numeric;
using PaperBot.Calculator.Symbolic;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Calculus;

/// <summary>sum(f, k, a, b) and product(f, k, a, b), also to infinity.</summary>
internal static class Sums
{
    private const int ExactTerms = 3000;

    public static Node Sum(Evaluator e, ApplyNode call) => Run(e, call, true);

    public static Node Product(Evaluator e, ApplyNode call) => Run(e, call, false);

    private static Node Run(Evaluator e, ApplyNode call, bool isSum)
    {
        if (call.Arguments.Length == 1)
            return Reduce(e, ListFunctions.Items(e.Evaluate(call[0])), isSum);
        Algebra.Arity(FunctionTable.Find(call.Head)!, call.Arguments.Length);
        if (call.Arguments.Length != 4)
            throw new CalculatorException("value.bounds").At(call.Span);
        var name = call[1] is SymbolNode symbol
            ? symbol.Name
            : throw new CalculatorException("value.name").At(call[1].Span);
        var f = e.EvaluateFree(call[0], name);
        var (low, high) = (e.Evaluate(call[2]), e.Evaluate(call[3]));
        if (Algebra.IsInfinity(high, out var sign) && sign > 0)
            return Infinite(e, f, name, low, isSum, call);
        if (!Make.IsInteger(low, out var from) || !Make.IsInteger(high, out var to))
            return isSum && Closed(e.Algebra, f, name, low, high) is { } closed
                ? closed
                : throw new CalculatorException("value.integer", ("name", call.Head)).At(call[2].Span);
        return Finite(e, f, name, from, to, isSum);
    }

    private static Node Reduce(Evaluator e, System.Collections.Immutable.ImmutableArray<Node> items, bool isSum) =>
        isSum ? e.Algebra.Sum(items.AsSpan()) : e.Algebra.Product(items.AsSpan());

    private static Node Finite(Evaluator e, Node f, string name, int from, int to, bool isSum)
    {
        var a = e.Algebra;
        var count = (long)to - from + 1;
        if (count <= 0)
            return isSum ? NumberNode.Zero : NumberNode.One;
        if (isSum && count > 20 && Closed(a, f, name, NumberNode.Of(from), NumberNode.Of(to)) is { } closed)
            return closed;
        if (count > e.Budget.Limits.Terms)
            throw new CalculatorException("limit.terms", ("limit", e.Budget.Limits.Terms));
        if (count <= ExactTerms && (count <= 30 || IsRationalAt(a, f, name, from)))
        {
            Node total = isSum ? NumberNode.Zero : NumberNode.One;
            for (long k = from; k <= to; k++)
            {
                var term = e.Evaluate(Walk.Replace(f, name, NumberNode.Of(k)));
                total = isSum ? e.Apply(Heads.Add, total, term) : e.Apply(Heads.Multiply, total, term);
                e.Budget.Nodes(total);
            }

            return total;
        }

        var value = RealCompiler.CompileOne(f, name, e.Budget);
        double sum = isSum ? 0 : 1,
            rest = 0;
        for (long k = from; k <= to; k++)
        {
            // Neumaier: the lost low parts are added at the end.
            var term = value(k);
            if (!isSum)
            {
                sum *= term;
                continue;
            }

            var next = sum + term;
            rest += Math.Abs(sum) >= Math.Abs(term) ? sum - next + term : term - next + sum;
            sum = next;
        }

        return double.IsFinite(sum + rest)
            ? NumberNode.Of(sum + rest)
            : throw new CalculatorException("math.undefined");
    }

    private static bool IsRationalAt(Algebra a, Node f, string name, int k) =>
        Make.IsRational(a.Substitute(f, name, NumberNode.Of(k)), out _)
        && Make.IsRational(a.Substitute(f, name, NumberNode.Of(k + 1L)), out _);

    /// <summary>Polynomials by Faulhaber's formula, geometric series by theirs.</summary>
    private static Node? Closed(Algebra a, Node f, string name, Node low, Node high)
    {
        if (PolynomialForm.Coefficients(f, name, a) is { Count: <= 30 } coefficients)
        {
            var terms = coefficients.Select(
                (c, p) => a.Product(c, a.Subtract(Powers(a, p, high), Powers(a, p, a.Subtract(low, NumberNode.One))))
            );
            var sum = a.Sum([.. terms]);
            return sum is NumberNode ? sum
                : new Factorizer(a).Factor(new Expander(a).Expand(sum)) is var factored && factored.Count < sum.Count
                    ? factored
                : new Expander(a).Expand(sum);
        }

        return null;
    }

    /// <summary>1^p + … + n^p.</summary>
    private static Node Powers(Algebra a, int p, Node n)
    {
        var terms = new List<Node>();
        Rational binomial = Rational.One;
        for (var j = 0; j <= p; j++)
        {
            // B(1) = +1/2 here.
            var bernoulli =
                j == 1 ? new Rational(1, 2)
                : j % 2 == 1 ? Rational.Zero
                : Functions.Special.BigGamma.Bernoulli(j / 2);
            terms.Add(a.Product(NumberNode.Of(binomial * bernoulli / (p + 1)), a.Power(n, NumberNode.Of(p + 1 - j))));
            binomial = binomial * (p + 1 - j) / (j + 1);
        }

        return new Expander(a).Expand(a.Sum([.. terms]));
    }

    private static NumberNode Infinite(Evaluator e, Node f, string name, Node low, bool isSum, ApplyNode call)
    {
        if (!Make.IsInteger(low, out var from))
            throw new CalculatorException("value.integer", ("name", call.Head)).At(call[2].Span);
        if (Walk.Symbols(f).Any(n => n != name && !Constants.IsKnown(n)))
            throw new CalculatorException("value.number").At(call[0].Span);
        // A product is the exponential of the sum of the logarithms.
        var terms = isSum
            ? f
            : e.Algebra.Call("log1p", new Simplifier(e.Algebra).Simplify(e.Algebra.Subtract(f, NumberNode.One)));
        var (value, error, isConditional) = new SeriesSum(e.Algebra, name).Evaluate(terms, from);
        if (isConditional && isSum)
            e.Warn("notice.conditionalsum");
        return (NumberNode)
            Integrals.Report(
                e,
                isSum ? new Quadrature(value, error) : new Quadrature(Math.Exp(value), error * Math.Exp(value))
            );
    }
}
