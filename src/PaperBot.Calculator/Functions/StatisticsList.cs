using System.Collections.Immutable;
using PaperBot.Calculator.Evaluation;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Numbers;
using PaperBot.Calculator.Numeric;
using PaperBot.Calculator.Symbolic;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Functions;

/// <summary>Statistics of lists. Exact data give exact answers, so that large offsets lose nothing.</summary>
internal static class StatisticsList
{
    public static IEnumerable<FunctionEntry> All =>
        [
            Of("mean", (e, x) => Mean(e.Algebra, x)) with
            {
                Aliases = ["average", "avg"],
            },
            Of("median", (e, x) => Quantile(e, x, NumberNode.Half)),
            Of("mode", Mode),
            Of("variance", (e, x) => Variance(e.Algebra, x, 1)) with
            {
                Aliases = ["var"],
            },
            Of("pvariance", (e, x) => Variance(e.Algebra, x, 0)) with
            {
                Aliases = ["varp"],
            },
            Of("std", (e, x) => e.Algebra.Sqrt(Variance(e.Algebra, x, 1))) with
            {
                Aliases = ["stdev", "stddev", "sd"],
            },
            Of("pstd", (e, x) => e.Algebra.Sqrt(Variance(e.Algebra, x, 0))) with
            {
                Aliases = ["stdevp", "pstdev"],
            },
            Of(
                "sem",
                (e, x) => e.Algebra.Sqrt(e.Algebra.Divide(Variance(e.Algebra, x, 1), NumberNode.Of(x.Length)))
            ) with
            {
                Aliases = ["stderr"],
            },
            Of(
                "geomean",
                (e, x) => e.Algebra.Power(e.Algebra.Product(x.AsSpan()), NumberNode.Of(new Rational(1, x.Length)))
            ),
            Of(
                "harmmean",
                (e, x) =>
                    e.Algebra.Divide(
                        NumberNode.Of(x.Length),
                        e.Algebra.Sum([.. x.Select(v => e.Algebra.Power(v, NumberNode.MinusOne))])
                    )
            ),
            Of(
                "rms",
                (e, x) =>
                    e.Algebra.Sqrt(
                        e.Algebra.Divide(
                            e.Algebra.Sum([.. x.Select(v => e.Algebra.Power(v, NumberNode.Two))]),
                            NumberNode.Of(x.Length)
                        )
                    )
            ),
            Of("mad", (e, x) => MeanDeviation(e, x)) with
            {
                Aliases = ["meandev"],
            },
            Of(
                "iqr",
                (e, x) =>
                    e.Algebra.Subtract(
                        Quantile(e, x, NumberNode.Of(new Rational(3, 4))),
                        Quantile(e, x, NumberNode.Of(new Rational(1, 4)))
                    )
            ),
            Of("skewness", (e, x) => Moment(e.Algebra, x, 3)),
            Of("kurtosis", (e, x) => Moment(e.Algebra, x, 4)),
            new("quantile", 2, 2) { Whole = (e, x) => Quantile(e, Items(x[0]), x[1]) },
            new("percentile", 2, 2)
            {
                Whole = (e, x) => Quantile(e, Items(x[0]), e.Algebra.Divide(x[1], NumberNode.Of(100))),
            },
            new("cov", 2, 2)
            {
                Aliases = ["covariance"],
                Whole = (e, x) => Covariance(e.Algebra, Items(x[0]), Items(x[1])),
            },
            new("corr", 2, 2) { Aliases = ["correlation", "pearson"], Whole = Correlation },
        ];

    public static Node Mean(Algebra a, ImmutableArray<Node> x) => a.Divide(a.Sum(x.AsSpan()), NumberNode.Of(x.Length));

    private static FunctionEntry Of(string name, Func<Evaluator, ImmutableArray<Node>, Node> function) =>
        new(name, 1, 10_000) { Whole = (e, x) => function(e, ListFunctions.Gather(x)) };

    private static ImmutableArray<Node> Items(Node node) => ListFunctions.Items(node);

    private static Node Variance(Algebra a, ImmutableArray<Node> x, int less)
    {
        if (x.Length <= less)
            throw new CalculatorException("list.short", ("count", less + 1));
        var mean = Mean(a, x);
        return a.Divide(
            a.Sum([.. x.Select(v => a.Power(a.Subtract(v, mean), NumberNode.Two))]),
            NumberNode.Of(x.Length - less)
        );
    }

    private static Node Moment(Algebra a, ImmutableArray<Node> x, int order)
    {
        var mean = Mean(a, x);
        var moment = a.Divide(
            a.Sum([.. x.Select(v => a.Power(a.Subtract(v, mean), NumberNode.Of(order)))]),
            NumberNode.Of(x.Length)
        );
        return a.Divide(moment, a.Power(Variance(a, x, 0), NumberNode.Of(new Rational(order, 2))));
    }

    private static Node MeanDeviation(Evaluator e, ImmutableArray<Node> x)
    {
        var mean = Mean(e.Algebra, x);
        return Mean(e.Algebra, [.. x.Select(v => e.Algebra.Call("abs", e.Algebra.Subtract(v, mean)))]);
    }

    private static Node Covariance(Algebra a, ImmutableArray<Node> x, ImmutableArray<Node> y)
    {
        if (x.Length != y.Length)
            throw new CalculatorException("list.lengths");
        if (x.Length < 2)
            throw new CalculatorException("list.short", ("count", 2));
        var (mx, my) = (Mean(a, x), Mean(a, y));
        return a.Divide(
            a.Sum([.. x.Zip(y, (u, v) => a.Product(a.Subtract(u, mx), a.Subtract(v, my)))]),
            NumberNode.Of(x.Length - 1)
        );
    }

    private static Node Correlation(Evaluator e, ImmutableArray<Node> x)
    {
        var (u, v) = (Items(x[0]), Items(x[1]));
        var below = e.Algebra.Sqrt(e.Algebra.Product(Variance(e.Algebra, u, 1), Variance(e.Algebra, v, 1)));
        return e.Algebra.Divide(Covariance(e.Algebra, u, v), below);
    }

    private static Node Mode(Evaluator e, ImmutableArray<Node> x)
    {
        var groups = x.GroupBy(n => n).OrderByDescending(g => g.Count()).ToList();
        var best = groups.Where(g => g.Count() == groups[0].Count()).Select(g => g.Key).ToList();
        return best.Count == 1 ? best[0] : Make.List([.. best]);
    }

    /// <summary>Linear interpolation between order statistics (type 7).</summary>
    private static Node Quantile(Evaluator e, ImmutableArray<Node> x, Node p)
    {
        var a = e.Algebra;
        var sorted = x.Select(n =>
                (
                    Node: n,
                    Value: NumericValue.Of(n, e.Budget) is { IsReal: true } v
                        ? v.ToDouble()
                        : throw new CalculatorException("value.real")
                )
            )
            .OrderBy(n => n.Value)
            .Select(n => n.Node)
            .ToList();
        var position = a.Product(p, NumberNode.Of(sorted.Count - 1));
        if (
            NumericValue.Of(position, e.Budget) is not { IsReal: true } place
            || place.ToDouble() < 0
            || place.ToDouble() > sorted.Count - 1
        )
            throw new CalculatorException("value.range");
        var low = (int)Math.Floor(place.ToDouble());
        if (low >= sorted.Count - 1)
            return sorted[^1];
        var part = a.Subtract(position, NumberNode.Of(low));
        return a.Sum(sorted[low], a.Product(part, a.Subtract(sorted[low + 1], sorted[low])));
    }
}
