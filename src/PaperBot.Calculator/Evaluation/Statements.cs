using PaperBot.Calculator.Functions;
using PaperBot.Calculator.Latex;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Symbolic;
using PaperBot.Calculator.Syntax;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Evaluation;

/// <summary>One statement: an assignment, a definition, an equation to be solved, or an expression.</summary>
internal static class Statements
{
    public static CalculatorAnswer Run(Node statement, Evaluator evaluator)
    {
        evaluator.SuggestedPlot = null;
        string? defines = null;
        Node? value;
        if (statement is ApplyNode { Head: Heads.Define } define)
            (defines, value) = Define(define, evaluator);
        else if (statement is ApplyNode { Head: Heads.Equation } equation)
            value = Equation(equation, evaluator);
        else if (
            statement is ApplyNode { Head: Heads.List, Arguments.Length: > 1 } list
            && list.Arguments.All(IsEquation)
        )
            value = Equations(list, evaluator);
        else
            value = evaluator.Evaluate(statement);
        if (defines is null && value is not null && !Make.Is(value, Heads.Equation) && value.Count < 2000)
            evaluator.Session.Set("ans", value, evaluator.Budget.Limits.SessionNames);
        if (value is not null)
            SayUnknown(statement, value, evaluator);
        var printed = Shorten(Printer.Display(statement), evaluator);
        var latex = Shorten(LatexPrinter.Print(statement), evaluator);
        var values = value is null ? [] : Answers.Of(value, statement, evaluator);
        return new CalculatorAnswer(printed, latex, values, defines, evaluator.SuggestedPlot);
    }

    /// <summary>Words without a value are kept as unknowns, which is rarely what was meant.</summary>
    private static void SayUnknown(Node statement, Node value, Evaluator evaluator)
    {
        var words = Walk.Symbols(value).Where(IsWord).ToHashSet(StringComparer.Ordinal);
        words.IntersectWith(Walk.Symbols(statement));
        if (words.Count == 0)
            return;
        // solve(2 mass = 3, mass), sin(angle): who names it so, means it.
        Walk.Each(
            statement,
            node =>
            {
                if (node is ApplyNode call && FunctionTable.Contains(call.Head))
                    words.ExceptWith(call.Arguments.OfType<SymbolNode>().Select(s => s.Name));
            }
        );
        var functions = words
            .Where(n => FunctionTable.Contains(n) || evaluator.Session.Function(n) is not null)
            .ToList();
        words.ExceptWith(functions);
        if (functions.Count > 0)
            evaluator.Warn("notice.argument", ("name", functions[0]));
        if (words.Count > 0)
            evaluator.Warn("notice.words", ("names", string.Join(", ", words.Take(5))));
    }

    private static bool IsWord(string name) =>
        name.Length > 1 && !Constants.IsKnown(name) && !Alphabet.Greek.Values.Contains(name) && name.All(char.IsLetter);

    public static string Shorten(string text, Evaluator evaluator)
    {
        var limit = evaluator.Budget.Limits.OutputLength;
        return text.Length <= limit ? text : string.Concat(text.AsSpan(0, limit - 1), "…");
    }

    private static (string Name, Node? Value) Define(ApplyNode define, Evaluator evaluator)
    {
        var limit = evaluator.Budget.Limits.SessionNames;
        if (define[0] is SymbolNode symbol)
        {
            Reserve(symbol.Name, define[0]);
            var value = evaluator.Evaluate(define[1]);
            if (value.Count > evaluator.Budget.Limits.Nodes / 4)
                throw new CalculatorException("limit.nodes", ("limit", evaluator.Budget.Limits.Nodes / 4));
            if (Walk.Contains(value, symbol.Name))
                throw new CalculatorException("name.itself", ("name", symbol.Name)).At(define.Span);
            evaluator.Session.Set(symbol.Name, value, limit);
            return (symbol.Name, value);
        }

        var head = (ApplyNode)define[0];
        Reserve(head.Head, head);
        var parameters = head.Arguments.Select(p => ((SymbolNode)p).Name).ToArray();
        if (parameters.Distinct().Count() != parameters.Length)
            throw new CalculatorException("name.twice").At(head.Span);
        evaluator.Session.Set(new UserFunction(head.Head, [.. parameters], define[1]), limit);
        return (head.Head, null);
    }

    private static void Reserve(string name, Node at)
    {
        if (Constants.IsKnown(name) || name.StartsWith("const.", StringComparison.Ordinal))
            throw new CalculatorException("name.reserved", ("name", name)).At(at.Span);
        if (FunctionTable.Contains(name))
            throw new CalculatorException("name.function", ("name", name)).At(at.Span);
    }

    private static bool IsEquation(Node node) => node is ApplyNode { Head: Heads.Equation };

    /// <summary>{x + y = 3, x - y = 1}: a system for all its names.</summary>
    private static Node Equations(ApplyNode list, Evaluator evaluator)
    {
        var free = Walk.Symbols(list)
            .Where(n => !Constants.IsKnown(n) && evaluator.Session.Variable(n) is null)
            .Select(n => (Node)new SymbolNode(n))
            .ToList();
        return free.Count > 0 && FunctionTable.Find("solve") is { Special: { } solve }
            ? solve(evaluator, new ApplyNode("solve", list, Make.List([.. free])) { Span = list.Span })
            : evaluator.Evaluate(list);
    }

    /// <summary>An equation with one unknown is solved; without one it is true or false.</summary>
    private static Node Equation(ApplyNode equation, Evaluator evaluator)
    {
        var value = evaluator.Evaluate(equation);
        var free = Walk.Symbols(value).Where(n => !Constants.IsKnown(n)).ToList();
        if (free.Count == 0)
            return evaluator.Apply(Heads.Equal, ((ApplyNode)value)[0], ((ApplyNode)value)[1]);
        var unknown =
            free.Count == 1 ? free[0]
            : free.Contains("x") ? "x"
            : null;
        if (unknown is null || FunctionTable.Find("solve") is not { Special: { } solve })
            throw new CalculatorException("equation.unknowns", ("names", string.Join(", ", free))).At(equation.Span);
        return solve(evaluator, new ApplyNode("solve", value, new SymbolNode(unknown)) { Span = equation.Span });
    }
}
