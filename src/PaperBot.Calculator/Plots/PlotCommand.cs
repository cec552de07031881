using System.Collections.Immutable;
using PaperBot.Calculator.Equations;
using PaperBot.Calculator.Evaluation;
using PaperBot.Calculator.Functions;
using PaperBot.Calculator.Latex;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Numeric;
using PaperBot.Calculator.Symbolic;
using PaperBot.Calculator.Syntax;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Plots;

/// <summary>
/// plot(f, x, a, b), plot({f, g}, x, a, b), plot([x(t), y(t)], t, a, b), plot(x^2 + y^2 = 1, x, a, b, y, c, d),
/// plot(xs, ys), polar(r, t, a, b), with named settings behind.
/// </summary>
internal static class PlotCommand
{
    private const int MaxCurves = 8;

    public static Node Plot(Evaluator e, ApplyNode call) => Run(e, call, call.Head is "polar" or "polarplot");

    private static SymbolNode Run(Evaluator e, ApplyNode call, bool isPolar)
    {
        var (options, items) = PlotOptions.Read(e, call);
        var plot =
            items.Count == 7 ? Implicit(e, items, options)
            : items.Count == 4 ? Curves(e, items, options, isPolar || options.IsPolar)
            : items.Count == 1 && Free(e, items[0]) is [var only]
                ? Curves(
                    e,
                    [items[0], new SymbolNode(only), NumberNode.Of(-10), NumberNode.Of(10)],
                    options,
                    isPolar || options.IsPolar
                )
            : items.Count == 2 && items[1] is not SymbolNode || items.Count == 1 ? Data(e, items, options)
            : items.Count == 2
                ? Curves(e, [items[0], items[1], NumberNode.Of(-10), NumberNode.Of(10)], options, isPolar)
            : throw new CalculatorException("plot.form").At(call.Span);
        if (plot.Series.All(s => s.Segments.Count == 0))
            throw new CalculatorException("plot.empty").At(call.Span);
        e.Plots.Add(plot);
        return new SymbolNode("#plot");
    }

    /// <summary>The names without a value: with one alone nobody need say along which to plot.</summary>
    private static List<string> Free(Evaluator e, Node item) =>
        [
            .. Walk.Symbols(item)
                .Distinct()
                .Where(n => !Constants.IsKnown(n) && e.Session.Variable(n) is null && !FunctionTable.Contains(n)),
        ];

    private static PlotData Curves(Evaluator e, List<Node> items, PlotOptions options, bool isPolar)
    {
        var name = AlgebraList.Name(items[1]);
        var (low, high) = (SolveCommand.Bound(e, items[2]), SolveCommand.Bound(e, items[3]));
        if (!double.IsFinite(low) || !double.IsFinite(high) || low == high)
            throw new CalculatorException("value.bounds").At(items[2].Span);
        (low, high) = (Math.Min(low, high), Math.Max(low, high));
        if (options.LogX && low <= 0)
            low = high > 0 ? high * 1e-4 : throw new CalculatorException("plot.log").At(items[2].Span);
        var f = e.EvaluateFree(items[0], name);
        var isParametric = f is MatrixNode { Entries.Length: 2 };
        var series = new List<PlotSeries>();
        var sampler = new CurveSampler(e.Algebra, e.Budget.Limits.PlotPoints);
        var curves = isParametric || f is not ApplyNode { Head: Heads.List } list ? [f] : list.Arguments;
        var isAllParametric = curves.All(c => c is MatrixNode { Entries.Length: 2 });
        if (curves.Length > MaxCurves)
            throw new CalculatorException("limit.elements", ("limit", MaxCurves)).At(items[0].Span);
        foreach (var (curve, i) in curves.Select((c, i) => (c, i)))
        {
            var formula = curve is ApplyNode { Head: Heads.Equation } equation ? equation[1] : curve;
            Check(formula, [name], items[0]);
            series.Add(
                new PlotSeries(
                    Label(e, curve, options, i),
                    Latex(e, curve),
                    PlotKind.Line,
                    Segments(e, sampler, formula, name, low, high, options, isPolar)
                )
            );
        }

        var isFlat = isPolar || isAllParametric;
        var (bottom, top) =
            isFlat ? (null, null)
            : options.YMin is not null || options.YMax is not null || options.LogY ? (options.YMin, options.YMax)
            : PlotRange.Of(series, low, high, options.LogX);
        var (xLabel, yLabel) = isFlat ? ("x", "y") : (name, series.Count == 1 ? "y" : "");
        return Make(options, series, xLabel, yLabel, isFlat, isFlat ? null : low, isFlat ? null : high, bottom, top);
    }

    private static IReadOnlyList<IReadOnlyList<PlotPoint>> Segments(
        Evaluator e,
        CurveSampler sampler,
        Node formula,
        string name,
        double low,
        double high,
        PlotOptions options,
        bool isPolar
    )
    {
        if (formula is MatrixNode { Entries.Length: 2 } pair)
        {
            var x = RealCompiler.CompileOne(pair.Entries[0], name, e.Budget);
            var y = RealCompiler.CompileOne(pair.Entries[1], name, e.Budget);
            return sampler.Parametric(x, y, low, high);
        }

        if (formula is MatrixNode)
            throw new CalculatorException("value.scalar").At(formula.Span);
        if (!isPolar)
        {
            var segments = sampler.Sample(formula, name, low, high, options.LogX);
            return options.LogY
                ?
                [
                    .. segments
                        .Select(s => (IReadOnlyList<PlotPoint>)[.. s.Where(p => p.Y > 0)])
                        .Where(s => s.Count > 1),
                ]
                : segments;
        }

        var r = RealCompiler.CompileOne(formula, name, e.Budget);
        return sampler.Parametric(t => r(t) * Math.Cos(t), t => r(t) * Math.Sin(t), low, high);
    }

    private static PlotData Implicit(Evaluator e, List<Node> items, PlotOptions options)
    {
        var (x, y) = (AlgebraList.Name(items[1]), AlgebraList.Name(items[4]));
        var bounds = new[] { items[2], items[3], items[5], items[6] }.Select(b => SolveCommand.Bound(e, b)).ToArray();
        if (!bounds.All(double.IsFinite) || bounds[0] >= bounds[1] || bounds[2] >= bounds[3])
            throw new CalculatorException("value.bounds").At(items[2].Span);
        var equations = Tree.Make.IsList(items[0]) ? Walk.Children(items[0]) : [items[0]];
        if (equations.Length > MaxCurves)
            throw new CalculatorException("limit.elements", ("limit", MaxCurves)).At(items[0].Span);
        var series = new List<PlotSeries>();
        foreach (var (equation, i) in equations.Select((q, i) => (q, i)))
        {
            var f = SolveCommand.Difference(e, equation, x, y);
            Check(f, [x, y], equation);
            var value = RealCompiler.Compile(f, x, y);
            var place = new double[2];
            double At(double px, double py)
            {
                e.Budget.Spend(f.Count);
                (place[0], place[1]) = (px, py);
                return value(place);
            }

            series.Add(
                new PlotSeries(
                    Label(e, equation, options, i),
                    Latex(e, equation),
                    PlotKind.Line,
                    ImplicitCurve.Trace(At, bounds[0], bounds[1], bounds[2], bounds[3], e.Budget)
                )
            );
        }

        return Make(options, series, x, y, true, bounds[0], bounds[1], bounds[2], bounds[3]);
    }

    private static PlotData Data(Evaluator e, List<Node> items, PlotOptions options)
    {
        var values = items.Select(e.Evaluate).ToList();
        var (xs, ys) =
            values.Count == 2 ? (ListFunctions.Items(values[0]), ListFunctions.Items(values[1])) : Pairs(values[0]);
        if (xs.Length != ys.Length)
            throw new CalculatorException("list.lengths").At(items[0].Span);
        var points = xs.Zip(ys, (x, y) => new PlotPoint(Real(e, x), Real(e, y))).ToList();
        if (points.Count == 0)
            throw new CalculatorException("plot.empty").At(items[0].Span);
        var series = new List<PlotSeries>
        {
            new(options.Labels.Count > 0 ? options.Labels[0] : "", null, PlotKind.Points, [points]),
        };
        if (options.FitDegree is { } degree)
        {
            var fitted = ((ApplyNode)Regression.Polynomial(e, xs, ys, degree))[1];
            var (low, high) = (points.Min(p => p.X), points.Max(p => p.X));
            if (high > low)
                series.Add(
                    new PlotSeries(
                        Printer.Display(new Presenter(e.Algebra).Present(fitted)),
                        Latex(e, fitted),
                        PlotKind.Line,
                        new CurveSampler(e.Algebra, 1000).Sample(fitted, "x", low, high, options.LogX)
                    )
                );
        }

        return Make(options, series, "x", "y", false, null, null, null, null);
    }

    /// <summary>{[1, 2], [3, 4]} or a matrix of two columns.</summary>
    private static (ImmutableArray<Node> X, ImmutableArray<Node> Y) Pairs(Node node)
    {
        if (node is MatrixNode { Columns: 2 } matrix)
            return (
                [.. Enumerable.Range(0, matrix.Rows).Select(i => matrix[i, 0])],
                [.. Enumerable.Range(0, matrix.Rows).Select(i => matrix[i, 1])]
            );
        var items = ListFunctions.Items(node);
        if (items.All(n => ListFunctions.Items(n).Length == 2))
            return (
                [.. items.Select(n => ListFunctions.Items(n)[0])],
                [.. items.Select(n => ListFunctions.Items(n)[1])]
            );
        return ([.. Enumerable.Range(1, items.Length).Select(i => (Node)NumberNode.Of(i))], items);
    }

    private static double Real(Evaluator e, Node node) =>
        Algebra.IsConstant(node)
        && NumericValue.Of(node, e.Budget) is { IsReal: true } value
        && double.IsFinite(value.ToDouble())
            ? value.ToDouble()
            : throw new CalculatorException("value.real").At(node.Span);

    private static void Check(Node formula, string[] names, Node at)
    {
        var unknown = Walk.Symbols(formula).FirstOrDefault(n => !names.Contains(n) && !Constants.IsKnown(n));
        if (unknown is not null)
            throw new CalculatorException("name.unknown", ("name", unknown)).At(at.Span);
    }

    private static string Label(Evaluator e, Node curve, PlotOptions options, int index) =>
        index < options.Labels.Count ? options.Labels[index]
        : Statements.Shorten(Printer.Display(new Presenter(e.Algebra).Present(curve)), e) is var text
        && text.Length <= 80
            ? text
        : string.Concat(text.AsSpan(0, 79), "…");

    private static string? Latex(Evaluator e, Node curve) =>
        curve.Count > 200 ? null : LatexPrinter.Print(new Presenter(e.Algebra).Present(curve));

    private static PlotData Make(
        PlotOptions options,
        List<PlotSeries> series,
        string x,
        string y,
        bool isEqual,
        double? low,
        double? high,
        double? bottom,
        double? top
    ) =>
        new(
            series,
            options.XLabel ?? x,
            options.YLabel ?? y,
            options.Title,
            options.LogX,
            options.LogY,
            isEqual,
            low,
            high,
            bottom,
            top
        );
}
