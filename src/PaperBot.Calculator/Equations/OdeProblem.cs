using PaperBot.Calculator.Evaluation;
using PaperBot.Calculator.Functions;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Numeric;
using PaperBot.Calculator.Symbolic;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Equations;

/// <summary>Ordinary differential equations of any order as a system of first order.</summary>
internal sealed class OdeProblem
{
    private OdeProblem(
        string time,
        IReadOnlyList<(string Name, int Order)> states,
        Node[] rates,
        double[] start,
        double from,
        double to
    )
    {
        Time = time;
        States = states;
        Rates = rates;
        Start = start;
        From = from;
        To = to;
    }

    public string Time { get; }

    /// <summary>Which derivative of which function each component is.</summary>
    public IReadOnlyList<(string Name, int Order)> States { get; }

    public Node[] Rates { get; }

    public double[] Start { get; }

    public double From { get; }

    public double To { get; }

    public string[] Names => [Time, .. States.Select(s => Symbol(s.Name, s.Order))];

    public static string Symbol(string name, int order) => order == 0 ? name : $"{name}#{order}";

    /// <summary>ode(equations…, starting values…, t, from, to).</summary>
    public static OdeProblem Read(Evaluator e, ApplyNode call)
    {
        var items = call.Arguments.SelectMany(n => Make.IsList(n) ? Walk.Children(n) : [n]).ToList();
        var at = items.FindLastIndex(n => n is SymbolNode);
        if (at < 2 || items.Count < at + 3)
            throw Form(call);
        var time = AlgebraList.Name(items[at]);
        var (from, to) = (SolveCommand.Bound(e, items[at + 1]), SolveCommand.Bound(e, items[at + 2]));
        if (!double.IsFinite(from) || !double.IsFinite(to))
            throw new CalculatorException("value.bounds").At(items[at + 1].Span);
        var equations = items.Take(at).OfType<ApplyNode>().Where(q => q.Head == Heads.Equation).ToList();
        if (equations.Count != at)
            throw Form(call);
        var highest = equations
            .Where(q => Make.Is(q[0], Heads.Prime))
            .ToDictionary(q => Derivative(q[0]).Name, q => (Derivative(q[0]).Order, Right: q[1], Node: q));
        if (highest.Count == 0 || highest.Count > 20)
            throw Form(call);
        var states = highest
            .OrderBy(h => equations.IndexOf(h.Value.Node))
            .SelectMany(h => Enumerable.Range(0, h.Value.Order).Select(k => (h.Key, k)))
            .ToList();
        var names = states.Select(s => Symbol(s.Key, s.k)).Append(time).ToArray();
        var rates = states
            .Select(s =>
                s.k + 1 < highest[s.Key].Order
                    ? new SymbolNode(Symbol(s.Key, s.k + 1))
                    : Rate(e, highest[s.Key].Right, highest.Keys, names, time, highest[s.Key].Order)
            )
            .ToArray();
        var start = new double[states.Count];
        Array.Fill(start, double.NaN);
        foreach (var initial in equations.Where(q => Make.Is(q[0], Heads.At)))
            Initial(e, initial, states, start, from);
        var missing = Array.FindIndex(start, double.IsNaN);
        if (missing >= 0)
            throw new CalculatorException(
                "ode.initial",
                ("name", states[missing].Key + new string('\'', states[missing].k))
            ).At(call.Span);
        foreach (var rate in rates)
        {
            if (Walk.Symbols(rate).FirstOrDefault(n => !names.Contains(n) && !Constants.IsKnown(n)) is { } unknown)
                throw new CalculatorException("name.unknown", ("name", unknown.Split('#')[0])).At(call.Span);
        }

        return new OdeProblem(time, [.. states.Select(s => (s.Key, s.k))], rates, start, from, to);
    }

    private static CalculatorException Form(ApplyNode call) => new CalculatorException("ode.form").At(call.Span);

    private static (string Name, int Order) Derivative(Node node)
    {
        var prime = (ApplyNode)node;
        Make.IsInteger(prime[1], out var order);
        var inner = prime[0] is ApplyNode { Head: Heads.At } at ? at[0] : prime[0];
        return inner is SymbolNode symbol && order is >= 1 and <= 10
            ? (symbol.Name, order)
            : throw new CalculatorException("ode.form").At(node.Span);
    }

    /// <summary>The right side with x' and x(t) as plain names.</summary>
    private static Node Rate(
        Evaluator e,
        Node right,
        IEnumerable<string> functions,
        string[] names,
        string time,
        int order
    )
    {
        Node Plain(Node node) =>
            node switch
            {
                ApplyNode { Head: Heads.Prime } prime
                    when prime[0] is SymbolNode s
                        && functions.Contains(s.Name)
                        && Make.IsInteger(prime[1], out var k) => new SymbolNode(Symbol(s.Name, k)),
                ApplyNode { Head: Heads.At } at
                    when at[0] is SymbolNode s
                        && functions.Contains(s.Name)
                        && at[1] is SymbolNode t
                        && t.Name == time => s,
                ApplyNode { Head: Heads.At } at
                    when at[0] is ApplyNode { Head: Heads.Prime } prime && at[1] is SymbolNode t && t.Name == time =>
                    Plain(prime),
                // Inside ode(…) every name before a bracket looks like a function: x(y - 1) is a product all the same.
                ApplyNode { Head: Heads.At, Arguments.Length: 2 } at => new ApplyNode(
                    Heads.Multiply,
                    Plain(at[0]),
                    Plain(at[1])
                ),
                _ => Walk.Map(node, Plain),
            };
        var plain = Plain(right);
        foreach (var name in Walk.Symbols(plain))
        {
            if (name.Contains('#', StringComparison.Ordinal) && !names.Contains(name))
                throw new CalculatorException("ode.explicit", ("name", name.Split('#')[0])).At(right.Span);
        }

        _ = order;
        return e.EvaluateFree(plain, names);
    }

    private static void Initial(
        Evaluator e,
        ApplyNode equation,
        List<(string Key, int k)> states,
        double[] start,
        double from
    )
    {
        var at = (ApplyNode)equation[0];
        var (name, order) =
            at[0] is ApplyNode { Head: Heads.Prime } ? Derivative(at[0])
            : at[0] is SymbolNode s ? (s.Name, 0)
            : throw new CalculatorException("ode.form").At(at.Span);
        var place = NumericValue.Of(e.Evaluate(at[1]), e.Budget)?.ToDouble() ?? double.NaN;
        var index = states.FindIndex(state => state.Key == name && state.k == order);
        if (index < 0 || Math.Abs(place - from) > 1e-12 * Math.Max(1, Math.Abs(from)))
            throw new CalculatorException("ode.initial", ("name", name)).At(equation.Span);
        start[index] = SolveCommand.Bound(e, equation[1]);
    }
}
