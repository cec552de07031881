using PaperBot.Calculator.Evaluation;
using PaperBot.Calculator.Latex;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Symbolic;
using PaperBot.Calculator.Syntax;
using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator;

/// <summary>The calculator: one input in, answers or one clear error out. No exception leaves it but a cancellation.</summary>
public static class CalculatorEngine
{
    public static CalculatorResult Evaluate(
        string input,
        CalculatorSession session,
        CalculatorLimits limits,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(clock);
        var budget = new Budget(limits, clock, cancellationToken);
        var answers = new List<CalculatorAnswer>();
        var evaluator = new Evaluator(new Algebra(budget), session);
        CalculatorError? error = null;
        try
        {
            if (input.Length > limits.InputLength)
                throw new CalculatorException("limit.length", ("limit", limits.InputLength));
            foreach (var statement in Parse(input, session, budget))
                answers.Add(Statements.Run(statement, evaluator));
        }
        catch (Exception e) when (Failures.IsExpected(e))
        {
            error = Describe(Failures.Translate(e), input.Length);
        }

        return new CalculatorResult(answers, evaluator.Notices, evaluator.Plots, error, budget.Elapsed);
    }

    /// <summary>The LaTeX of an input without evaluating it; null where it cannot be read.</summary>
    public static string? ToLatex(string input, CalculatorSession session, CalculatorLimits limits, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(limits);
        if (input.Length > limits.InputLength)
            return null;
        try
        {
            var statements = Parse(input, session, new Budget(limits, clock, CancellationToken.None));
            return string.Join(";\\; ", statements.Select(LatexPrinter.Print));
        }
        catch (Exception e) when (Failures.IsExpected(e))
        {
            return null;
        }
    }

    internal static IReadOnlyList<Node> Parse(string input, CalculatorSession session, Budget budget)
    {
        var tokens = LatexReader.IsLatex(input) ? LatexReader.Read(input, budget) : Lexer.Read(input, budget);
        return new Parser(tokens, session.Classify, budget).Statements();
    }

    /// <summary>Words are keys of texts; signs are themselves.</summary>
    private static string Expectation(string expected) =>
        expected.Length > 1 && expected.All(char.IsAsciiLetter) ? "calculator.expected." + expected : expected;

    private static CalculatorError Describe(CalculatorException e, int length)
    {
        var values = e.Values.ToDictionary(v => v.Name, v => Words.Of(v.Value), StringComparer.Ordinal);
        int? position = e.Where is { } where ? Math.Clamp(where.Start, 0, length) : null;
        return new CalculatorError(
            "calculator." + e.Key,
            values,
            position,
            Math.Max(1, e.Where?.Length ?? 1),
            [.. e.Expected.Select(Expectation)]
        );
    }
}
