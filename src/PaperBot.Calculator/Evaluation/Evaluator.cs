using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using PaperBot.Calculator.Functions;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.LinearAlgebra;
using PaperBot.Calculator.Symbolic;
using PaperBot.Calculator.Syntax;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Evaluation;

/// <summary>Trees to values, which are trees again: numbers, matrices, lists, or formulas with free names.</summary>
internal sealed class Evaluator(Algebra algebra, CalculatorSession session)
{
    private const int CallDepth = 120;
    private readonly Dictionary<string, Node?> _locals = new(StringComparer.Ordinal);
    private int _calls;

    public Algebra Algebra { get; } = algebra;

    public Budget Budget => Algebra.Budget;

    public CalculatorSession Session { get; } = session;

    public List<CalculatorNotice> Notices { get; } = [];

    public List<PlotData> Plots { get; } = [];

    /// <summary>A command line that shows the last result as a curve.</summary>
    public string? SuggestedPlot { get; set; }

    public void Warn(string key, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
            texts[name] = Words.Of(value);
        if (Notices.Count < 20 && !Notices.Any(n => n.Key == "calculator." + key && n.Values.SequenceEqual(texts)))
            Notices.Add(new CalculatorNotice("calculator." + key, texts));
    }

    public Node Evaluate(Node node)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        Budget.Spend();
        try
        {
            return node switch
            {
                SymbolNode symbol => Name(symbol),
                MatrixNode matrix => MatrixOperations.Flatten(Walk.Map(matrix, Evaluate)),
                ApplyNode apply => Call(apply),
                _ => node,
            };
        }
        catch (Exception e) when (e is ArithmeticException or CalculatorException { Where: null })
        {
            throw Failures.Translate(e).At(node.Span);
        }
    }

    /// <summary>Evaluates with names that stand for themselves, whatever the session says.</summary>
    public Node EvaluateFree(Node node, params ReadOnlySpan<string> names)
    {
        var before = new (string, bool, Node?)[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            before[i] = (names[i], _locals.TryGetValue(names[i], out var known), known);
            _locals[names[i]] = null;
        }

        try
        {
            return Evaluate(node);
        }
        finally
        {
            foreach (var (name, had, value) in before)
            {
                if (had)
                    _locals[name] = value;
                else
                    _locals.Remove(name);
            }
        }
    }

    [OverloadResolutionPriority(1)]
    public Node Apply(string head, params ReadOnlySpan<Node> arguments) =>
        Apply(head, ImmutableArray.Create(arguments));

    /// <summary>An operator or function on evaluated arguments of any shape.</summary>
    public Node Apply(string head, ImmutableArray<Node> arguments)
    {
        var entry = FunctionTable.Find(head);
        if (entry?.Whole is { } whole)
        {
            Algebra.Arity(entry, arguments.Length);
            return whole(this, arguments);
        }

        foreach (var argument in arguments)
        {
            if (argument is MatrixNode)
                return MatrixOperations.Apply(this, head, arguments);
            if (Make.IsList(argument))
                return OverLists(head, arguments);
            if (argument is TextNode)
                throw new CalculatorException("value.text").At(argument.Span);
        }

        return Algebra.Apply(head, arguments);
    }

    private Node Name(SymbolNode symbol)
    {
        if (_locals.TryGetValue(symbol.Name, out var local))
            return local ?? symbol;
        if (Session.Variable(symbol.Name) is { } value)
            return value;
        if (symbol.Name == "i")
            return NumberNode.ImaginaryUnit;
        if (Constants.Physical.TryGetValue(symbol.Name, out var digits))
            return new NumberNode(
                NumberReader.Decimal(
                    digits.Contains('.', StringComparison.Ordinal) || digits.Contains('e', StringComparison.Ordinal)
                        ? digits
                        : digits + ".",
                    symbol.Span,
                    Budget.Limits
                )
            );
        if (symbol.Name.StartsWith("const.", StringComparison.Ordinal))
            throw new CalculatorException("name.constant", ("name", symbol.Name)).At(symbol.Span);
        return symbol;
    }

    private Node Call(ApplyNode apply)
    {
        if (Session.Function(apply.Head) is { } user)
            return CallUser(user, apply);
        if (FunctionTable.Find(apply.Head)?.Special is { } special)
            return special(this, apply);
        if (apply.Head == Heads.Prime)
            return Prime(apply);
        if (apply.Head == Heads.At)
            return At(apply);
        var arguments = ImmutableArray.CreateBuilder<Node>(apply.Arguments.Length);
        foreach (var argument in apply.Arguments)
            arguments.Add(Evaluate(argument));
        var items = arguments.MoveToImmutable();
        return apply.Head switch
        {
            Heads.List or Heads.Equation => new ApplyNode(apply.Head, items) { Span = apply.Span },
            _ when Algebra.IsOperator(apply.Head) || FunctionTable.Contains(apply.Head) => Apply(apply.Head, items),
            _ => throw Unknown(apply),
        };
    }

    private static CalculatorException Unknown(ApplyNode apply)
    {
        var nearest = FunctionTable.Nearest(apply.Head);
        var error = nearest is null
            ? new CalculatorException("function.unknown", ("name", apply.Head))
            : new CalculatorException("function.unknown.near", ("name", apply.Head), ("near", nearest));
        return error.At(new Span(apply.Span.Start, apply.Head.Length));
    }

    private Node CallUser(UserFunction function, ApplyNode apply)
    {
        if (apply.Arguments.Length != function.Parameters.Length)
        {
            var key = apply.Arguments.Length < function.Parameters.Length ? "function.few" : "function.many";
            throw new CalculatorException(key, ("name", function.Name), ("count", function.Parameters.Length));
        }

        var values = apply.Arguments.Select(Evaluate).ToArray();
        if (++_calls > CallDepth)
            throw new CalculatorException("limit.calls", ("name", function.Name), ("limit", CallDepth));
        var before = new Dictionary<string, Node?>(_locals, StringComparer.Ordinal);
        _locals.Clear();
        for (var i = 0; i < values.Length; i++)
            _locals[function.Parameters[i]] = values[i];
        try
        {
            return Evaluate(function.Body);
        }
        finally
        {
            _calls--;
            _locals.Clear();
            foreach (var (name, value) in before)
                _locals[name] = value;
        }
    }

    /// <summary>A' is the transpose; f' without brackets is the derivative as a formula.</summary>
    private Node Prime(ApplyNode apply)
    {
        if (apply[0] is SymbolNode symbol && Session.Function(symbol.Name) is { Parameters.Length: 1 } function)
            return DerivativeOf(function, apply);
        var value = Evaluate(apply[0]);
        Make.IsInteger(apply[1], out var count);
        if (value is MatrixNode matrix)
            return count % 2 == 0 ? matrix : MatrixOperations.Transpose(matrix);
        return value is NumberNode ? value : throw new CalculatorException("value.matrix").At(apply.Span);
    }

    private Node DerivativeOf(UserFunction function, ApplyNode prime)
    {
        Make.IsInteger(prime[1], out var count);
        var name = function.Parameters[0];
        var body = EvaluateFree(function.Body, name);
        for (var i = 0; i < count; i++)
            body = new Differentiator(Algebra).Differentiate(body, name);
        return body;
    }

    private Node At(ApplyNode apply)
    {
        if (
            apply[0] is ApplyNode { Head: Heads.Prime } prime
            && prime[0] is SymbolNode symbol
            && Session.Function(symbol.Name) is { Parameters.Length: 1 } function
            && apply.Arguments.Length == 2
        )
            return Algebra.Substitute(DerivativeOf(function, prime), function.Parameters[0], Evaluate(apply[1]));
        throw new CalculatorException("value.at").At(apply.Span);
    }

    private ApplyNode OverLists(string head, ImmutableArray<Node> arguments)
    {
        var length = 0;
        foreach (var argument in arguments)
        {
            if (argument is not ApplyNode { Head: Heads.List } list)
                continue;
            if (length != 0 && length != list.Arguments.Length)
                throw new CalculatorException("list.lengths");
            length = list.Arguments.Length;
        }

        Budget.Elements(length);
        var items = ImmutableArray.CreateBuilder<Node>(length);
        for (var i = 0; i < length; i++)
        {
            var at = i;
            items.Add(Apply(head, [.. arguments.Select(x => x is ApplyNode { Head: Heads.List } l ? l[at] : x)]));
        }

        return Make.List(items.MoveToImmutable());
    }
}
