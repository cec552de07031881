using PaperBot.Calculator.Evaluation;
using PaperBot.Calculator.Functions;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Symbolic;
using PaperBot.Calculator.Syntax;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator;

/// <summary>The variables and functions of one conversation. The caller keeps it, for example as text.</summary>
public sealed class CalculatorSession
{
    private readonly Dictionary<string, Node> _variables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, UserFunction> _functions = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];

    /// <summary>Names in the order in which they were last set.</summary>
    public IReadOnlyList<string> Names => _order;

    /// <summary>Reads what <see cref="Save"/> wrote. What cannot be read is left out.</summary>
    public static CalculatorSession Restore(string? saved, CalculatorLimits limits)
    {
        var session = new CalculatorSession();
        if (string.IsNullOrEmpty(saved) || saved.Length > limits.SessionLength)
            return session;
        foreach (var line in saved.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            try
            {
                session.Read(line, new Budget(limits, TimeProvider.System, CancellationToken.None));
            }
            catch (Exception e) when (Failures.IsExpected(e))
            {
                // A line of another version: the rest is still good.
                continue;
            }
        }

        return session;
    }

    /// <summary>The session as text of bounded length; the oldest names are left out when it would be longer.</summary>
    public string Save(CalculatorLimits limits)
    {
        var lines = new List<string>();
        var length = 0;
        for (var i = _order.Count - 1; i >= 0 && lines.Count < limits.SessionNames; i--)
        {
            var line = Line(_order[i]);
            if (length + line.Length + 1 > limits.SessionLength)
                break;
            length += line.Length + 1;
            lines.Add(line);
        }

        lines.Reverse();
        return string.Join('\n', lines);
    }

    internal Node? Variable(string name) => _variables.GetValueOrDefault(name);

    internal UserFunction? Function(string name) => _functions.GetValueOrDefault(name);

    internal void Set(string name, Node value, int limit)
    {
        _functions.Remove(name);
        _variables[name] = value;
        Touch(name, limit);
    }

    internal void Set(UserFunction function, int limit)
    {
        _variables.Remove(function.Name);
        _functions[function.Name] = function;
        Touch(function.Name, limit);
    }

    internal void Forget(string name)
    {
        _variables.Remove(name);
        _functions.Remove(name);
        _order.Remove(name);
    }

    internal NameKind Classify(string name)
    {
        if (_variables.ContainsKey(name))
            return NameKind.Variable;
        if (_functions.ContainsKey(name) || FunctionTable.Contains(name))
            return NameKind.Function;
        return Constants.IsKnown(name) ? NameKind.Constant : NameKind.Unknown;
    }

    private string Line(string name) =>
        _functions.TryGetValue(name, out var function)
            ? $"{name}({string.Join(", ", function.Parameters)}) := {Printer.Exactly(function.Body)}"
            : $"{name} := {Printer.Exactly(_variables[name])}";

    private void Read(string line, Budget budget)
    {
        foreach (var statement in new Parser(Lexer.Read(line, budget), Classify, budget).Statements())
        {
            if (statement is not ApplyNode { Head: Heads.Define } define)
                continue;
            if (define[0] is SymbolNode symbol)
                Set(
                    symbol.Name,
                    new Evaluator(new Algebra(budget), this).Evaluate(define[1]),
                    budget.Limits.SessionNames
                );
            else if (define[0] is ApplyNode head)
            {
                var parameters = head.Arguments.Select(p => ((SymbolNode)p).Name);
                Set(new UserFunction(head.Head, [.. parameters], define[1]), budget.Limits.SessionNames);
            }
        }
    }

    private void Touch(string name, int limit)
    {
        _order.Remove(name);
        _order.Add(name);
        while (_order.Count > limit)
        {
            var oldest = _order[0];
            _order.RemoveAt(0);
            _variables.Remove(oldest);
            _functions.Remove(oldest);
        }
    }
}
