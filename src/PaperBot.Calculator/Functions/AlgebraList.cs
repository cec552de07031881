using System.Collections.Immutable;
using PaperBot.Calculator.Evaluation;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Numbers;
using PaperBot.Calculator.Numeric;
using PaperBot.Calculator.Symbolic;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Functions;

/// <summary>Rewriting of formulas, derivatives, and values with many digits.</summary>
internal static class AlgebraList
{
    public static IEnumerable<FunctionEntry> All =>
        [
            Rewrite("simplify", a => new Simplifier(a).Simplify),
            Rewrite("expand", a => new Expander(a).Expand),
            Rewrite("together", a => new RationalForm(a).Simplify) with
            {
                Aliases = ["ratsimp", "cancel"],
            },
            new("factored", 1, 100) { RealMany = x => x.Aggregate(1.0, (p, v) => p * v) },
            new("collect", 2, 2) { Special = Collect },
            new("coeff", 3, 3) { Special = Coefficient },
            new("degree", 2, 2) { Special = Degree },
            new("subst", 2, 20) { Aliases = ["substitute", "replace"], Special = Substitute },
            new("diff", 2, 12) { Aliases = ["derivative", "D"], Special = Derivatives.Diff },
            new("grad", 2, 2) { Aliases = ["gradient"], Special = Derivatives.Gradient },
            new("jacobian", 2, 2) { Special = Derivatives.Jacobian },
            new("hessian", 2, 2) { Special = Derivatives.Hessian },
            new("taylor", 4, 4) { Aliases = ["series"], Special = Derivatives.Taylor },
            new("digits", 2, 2) { Aliases = ["evalf"], Whole = Digits },
            new("N", 1, 2)
            {
                Aliases = ["decimal", "float"],
                Whole = (e, x) => x.Length == 2 ? Digits(e, x) : Answers.Decimal(x[0], e) ?? x[0],
            },
            new("exact") { Aliases = ["rationalize", "fraction"], Whole = (e, x) => ToFraction(e, x[0]) },
            new("numerator") { Whole = (e, x) => new RationalForm(e.Algebra).Fraction(x[0])?.Above ?? x[0] },
            new("denominator")
            {
                Whole = (e, x) => new RationalForm(e.Algebra).Fraction(x[0])?.Below ?? NumberNode.One,
            },
        ];

    private static FunctionEntry Rewrite(string name, Func<Algebra, Func<Node, Node>> rewrite) =>
        new(name)
        {
            Whole = (e, x) =>
            {
                var change = rewrite(e.Algebra);
                return x[0] is MatrixNode or ApplyNode { Head: Heads.List or Heads.Equation }
                    ? Walk.Map(x[0], change)
                    : change(x[0]);
            },
        };

    public static string Name(Node node) =>
        node is SymbolNode symbol && !Constants.IsConstant(symbol.Name)
            ? symbol.Name
            : throw new CalculatorException("value.name").At(node.Span);

    private static Node Collect(Evaluator e, ApplyNode call)
    {
        Algebra.Arity(FunctionTable.Find("collect")!, call.Arguments.Length);
        var name = Name(call[1]);
        var node = e.EvaluateFree(call[0], name);
        if (PolynomialForm.Coefficients(node, name, e.Algebra) is not { } coefficients)
            return node;
        var terms = new List<Node>();
        for (var k = coefficients.Count - 1; k >= 0; k--)
        {
            if (!Make.IsZero(coefficients[k]))
                terms.Add(e.Algebra.Product(coefficients[k], e.Algebra.Power(new SymbolNode(name), NumberNode.Of(k))));
        }

        return e.Algebra.Sum([.. terms]);
    }

    private static Node Coefficient(Evaluator e, ApplyNode call)
    {
        Algebra.Arity(FunctionTable.Find("coeff")!, call.Arguments.Length);
        var name = Name(call[1]);
        var coefficients =
            PolynomialForm.Coefficients(e.EvaluateFree(call[0], name), name, e.Algebra)
            ?? throw new CalculatorException("value.polynomial", ("name", name)).At(call.Span);
        return Make.IsInteger(e.Evaluate(call[2]), out var k) && k >= 0
            ? k < coefficients.Count
                ? coefficients[k]
                : NumberNode.Zero
            : throw new CalculatorException("value.integer", ("name", "coeff")).At(call[2].Span);
    }

    private static NumberNode Degree(Evaluator e, ApplyNode call)
    {
        Algebra.Arity(FunctionTable.Find("degree")!, call.Arguments.Length);
        var name = Name(call[1]);
        var coefficients =
            PolynomialForm.Coefficients(e.EvaluateFree(call[0], name), name, e.Algebra)
            ?? throw new CalculatorException("value.polynomial", ("name", name)).At(call.Span);
        return NumberNode.Of(coefficients.Count - 1);
    }

    /// <summary>subst(f, x, 3) or subst(f, x = 3, y = 4).</summary>
    private static Node Substitute(Evaluator e, ApplyNode call)
    {
        Algebra.Arity(FunctionTable.Find("subst")!, call.Arguments.Length);
        var pairs = new List<(string Name, Node Value)>();
        var items = call.Arguments.Skip(1).SelectMany(n => Make.IsList(n) ? Walk.Children(n) : [n]).ToList();
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is ApplyNode { Head: Heads.Equation } equation)
                pairs.Add((Name(equation[0]), e.Evaluate(equation[1])));
            else if (i + 1 < items.Count)
                pairs.Add((Name(items[i]), e.Evaluate(items[++i])));
            else
                throw new CalculatorException("function.few", ("name", "subst"), ("count", 3)).At(call.Span);
        }

        var node = e.EvaluateFree(call[0], [.. pairs.Select(p => p.Name)]);
        // All at once: what is put in is not replaced again.
        foreach (var (name, _) in pairs)
            node = Walk.Replace(node, name, new SymbolNode("#" + name));
        foreach (var (name, value) in pairs)
            node = Walk.Replace(node, "#" + name, value);
        return e.Evaluate(node);
    }

    private static NumberNode Digits(Evaluator e, ImmutableArray<Node> x)
    {
        if (!Make.IsInteger(x[1], out var digits) || digits is < 1 or > 1000)
            throw new CalculatorException("value.range").At(x[1].Span);
        if (BigEvaluator.TryEvaluate(x[0], (int)(digits * 3.33) + 40, e.Budget) is { } value)
            return new NumberNode(new BigNumber(value, digits));
        if (!Algebra.IsConstant(x[0]) || NumericValue.Of(x[0], e.Budget) is not { } number)
            throw new CalculatorException("value.number").At(x[0].Span);
        e.Warn("notice.digits", ("digits", 15));
        return new NumberNode(number);
    }

    /// <summary>The nearest fraction with a small denominator.</summary>
    private static NumberNode ToFraction(Evaluator e, Node node)
    {
        if (!Algebra.IsConstant(node) || NumericValue.Of(node, e.Budget) is not { IsReal: true } number)
            throw new CalculatorException("value.real").At(node.Span);
        return NumberNode.Of(number is ExactNumber exact ? exact.Re : Fractions.Nearest(number.ToDouble(), 1e-13));
    }
}
