using System.Collections.Immutable;
using PaperBot.Calculator.Evaluation;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.LinearAlgebra;
using PaperBot.Calculator.Numeric;
using PaperBot.Calculator.Symbolic;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Equations;

/// <summary>Several equations: linear ones by elimination, others by substitution, and by Newton's method at last.</summary>
internal sealed class SystemSolver(Evaluator e, string[] names)
{
    private const int MaxSolutions = 64;
    private readonly Algebra _a = e.Algebra;

    public IReadOnlyList<IReadOnlyList<Node>> Solve(ImmutableArray<Node> equations)
    {
        if (names.Length > 20 || equations.Length > 40)
            throw new CalculatorException("limit.matrix", ("limit", 20));
        if (Linear(equations) is { } linear)
            return linear;
        var symbolic = Substitution(equations, [.. names], 0);
        if (symbolic is { Count: > 0 })
        {
            var exact = symbolic
                .Select(s => (IReadOnlyList<Node>)[.. names.Select(n => s.GetValueOrDefault(n) ?? new SymbolNode(n))])
                .Where(s => Holds(equations, s))
                .ToList();
            if (exact.Count > 0)
                return exact;
        }

        return Newton(equations);
    }

    private List<IReadOnlyList<Node>>? Linear(ImmutableArray<Node> equations)
    {
        var differentiator = new Differentiator(_a);
        var expander = new Expander(_a);
        var rows = new List<Node[]>();
        foreach (var equation in equations)
        {
            Node expanded;
            try
            {
                expanded = expander.Expand(equation);
                var slopes = names.Select(n => differentiator.Differentiate(expanded, n)).ToArray();
                if (slopes.Any(s => names.Any(n => Walk.Contains(s, n))))
                    return null;
                var constant = names.Aggregate(expanded, (node, n) => _a.Substitute(node, n, NumberNode.Zero));
                rows.Add([.. slopes, _a.Negate(constant)]);
            }
            catch (CalculatorException error)
                when (error.Key.StartsWith("math.", StringComparison.Ordinal) || error.Key == "function.derivative")
            {
                return null;
            }
        }

        var left = MatrixNode.Build(rows.Count, names.Length, (i, j) => rows[i][j]);
        var right = MatrixNode.Build(rows.Count, 1, (i, _) => rows[i][^1]);
        var elimination = new Elimination(_a, left, right);
        elimination.Reduce();
        if (!elimination.IsConsistent)
            return [];
        var reduced = elimination.Reduced();
        var side = elimination.RightSide();
        var values = new Node[names.Length];
        var pivots = elimination.Pivots.ToList();
        if (pivots.Count < names.Length)
            e.Warn("notice.parameters", ("names", string.Join(", ", names.Where((_, j) => !pivots.Contains(j)))));
        for (var j = 0; j < names.Length; j++)
        {
            var row = pivots.IndexOf(j);
            if (row < 0)
            {
                values[j] = new SymbolNode(names[j]);
                continue;
            }

            var terms = new List<Node> { side[row, 0] };
            for (var k = 0; k < names.Length; k++)
            {
                if (!pivots.Contains(k))
                    terms.Add(_a.Negate(_a.Product(reduced[row, k], new SymbolNode(names[k]))));
            }

            values[j] = new Simplifier(_a).Simplify(_a.Sum([.. terms]));
        }

        return [values];
    }

    /// <summary>Solves one equation for one unknown, puts it into the others, and goes on.</summary>
    private List<Dictionary<string, Node>>? Substitution(
        ImmutableArray<Node> equations,
        ImmutableArray<string> unknowns,
        int depth
    )
    {
        e.Budget.Spend(100);
        if (depth > 12)
            return null;
        equations = [.. equations.Where(q => !Make.IsZero(q))];
        if (equations.Length == 0)
            return
            [
                [],
            ];
        if (equations.Any(q => !unknowns.Any(n => Walk.Contains(q, n))))
            return [];
        foreach (var degree in (ReadOnlySpan<int>)[1, -1, 2, 99])
        {
            foreach (var equation in equations.OrderBy(q => q.Count))
            {
                foreach (var name in unknowns)
                {
                    if (degree == -1 && Quotient(equations, equation, unknowns, name, depth) is { } quotients)
                        return quotients;
                    if (degree != -1 && Candidates(equation, name, unknowns, degree) is { } values)
                        return Branch(equations, equation, unknowns, name, values, depth);
                }
            }
        }

        return null;
    }

    private IReadOnlyList<Node>? Candidates(Node equation, string name, ImmutableArray<string> unknowns, int degree)
    {
        if (!Walk.Contains(equation, name))
            return null;
        var above = new RationalForm(_a).Fraction(equation)?.Above ?? equation;
        var isLast = unknowns.All(n => n == name || !Walk.Contains(equation, n));
        if (PolynomialForm.Coefficients(above, name, _a) is { Count: >= 2 } c && c.Count - 1 <= degree)
        {
            if (c.Count == 2 && unknowns.Any(n => Walk.Contains(c[1], n)) && degree < 99)
                return null;
            if (c.Count <= 3 && (degree >= 2 || c.Count == 2))
                return PolynomialSolver.Quadratic(c, _a);
        }

        if (!isLast || degree < 99)
            return null;
        return new EquationSolver(e, name).Solve(equation);
    }

    /// <summary>c₁·x + c₀ = 0 where c₁ has other unknowns: x = −c₀/c₁, or both c₁ and c₀ are zero.</summary>
    private List<Dictionary<string, Node>>? Quotient(
        ImmutableArray<Node> equations,
        Node equation,
        ImmutableArray<string> unknowns,
        string name,
        int depth
    )
    {
        var above = new RationalForm(_a).Fraction(equation)?.Above ?? equation;
        if (PolynomialForm.Coefficients(above, name, _a) is not { Count: 2 } c)
            return null;
        var regular = Branch(equations, equation, unknowns, name, [_a.Negate(_a.Divide(c[0], c[1]))], depth);
        var singular = Substitution(
            [.. equations.Where(q => !ReferenceEquals(q, equation)), c[1], c[0]],
            unknowns,
            depth + 1
        );
        return regular is null || singular is null ? null : [.. regular, .. singular];
    }

    private List<Dictionary<string, Node>>? Branch(
        ImmutableArray<Node> equations,
        Node used,
        ImmutableArray<string> unknowns,
        string name,
        IReadOnlyList<Node> values,
        int depth
    )
    {
        var all = new List<Dictionary<string, Node>>();
        foreach (var value in values)
        {
            try
            {
                var rest = equations
                    .Where(q => !ReferenceEquals(q, used))
                    .Select(q => new RationalForm(_a).Simplify(_a.Substitute(q, name, value)))
                    .ToImmutableArray();
                if (Substitution(rest, unknowns.Remove(name), depth + 1) is not { } inner)
                    return null;
                foreach (var solution in inner)
                {
                    var own = value;
                    foreach (var (other, known) in solution)
                        own = _a.Substitute(own, other, known);
                    solution[name] = new Simplifier(_a).Simplify(own);
                    all.Add(solution);
                    if (all.Count > MaxSolutions)
                        return all;
                }
            }
            catch (CalculatorException error)
                when (error.Key.StartsWith("math.", StringComparison.Ordinal)
                    || error.Key.StartsWith("equation.", StringComparison.Ordinal)
                )
            {
                // This branch leads nowhere: a pole, or no solution.
                continue;
            }
        }

        return all;
    }

    private bool Holds(ImmutableArray<Node> equations, IReadOnlyList<Node> solution)
    {
        foreach (var equation in equations)
        {
            var value = equation;
            for (var i = 0; i < names.Length; i++)
                value = _a.Substitute(value, names[i], solution[i]);
            if (!Algebra.IsConstant(value))
                continue;
            if (
                NumericValue.Of(value, e.Budget)?.ToComplex() is not { } residual
                || !(residual.Magnitude < 1e-6 * (1 + solution.Max(Size)))
            )
                return false;
        }

        return true;
    }

    private double Size(Node node) =>
        Algebra.IsConstant(node) ? NumericValue.Of(node, e.Budget)?.ToComplex().Magnitude ?? 0 : 0;

    private List<IReadOnlyList<Node>> Newton(ImmutableArray<Node> equations)
    {
        if (
            equations.Length < names.Length
            || equations.Any(q => Walk.Symbols(q).Any(n => !names.Contains(n) && !Constants.IsKnown(n)))
        )
            throw new CalculatorException(
                "equation.count",
                ("equations", equations.Length),
                ("unknowns", names.Length)
            );
        var solutions = new NewtonSystem(_a, equations, names).Find();
        e.Warn("notice.numeric");
        e.Warn("notice.more");
        return [.. solutions.Select(s => (IReadOnlyList<Node>)[.. s.Select(v => (Node)NumberNode.Of(Nice(v)))])];
    }

    private static double Nice(double value) =>
        Math.Abs(value - Math.Round(value)) < 1e-13 * Math.Max(1, Math.Abs(value)) ? Math.Round(value) : value;
}
