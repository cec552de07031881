using System.Globalization;
using PaperBot.Calculator;
using PaperBot.Calculator.Evaluation;
using PaperBot.Calculator.Limits;
using PaperBot.Calculator.Symbolic;
using PaperBot.Calculator.Tree;

namespace PaperBot.Tests.Calculator;

/// <summary>Short ways to ask the calculator.</summary>
internal static class Calc
{
    public static CalculatorResult Run(string input, CalculatorLimits? limits = null) =>
        CalculatorEngine.Evaluate(
            input,
            new CalculatorSession(),
            limits ?? CalculatorLimits.Default,
            TimeProvider.System,
            CancellationToken.None
        );

    /// <summary>All values of the last answer on one line; the key of the error where there is one.</summary>
    public static string Text(string input)
    {
        var result = Run(input);
        if (result.Error is { } error)
            return error.Key;
        return string.Join(
            " | ",
            result.Answers[^1].Values.Select(v => v.Name is null ? v.Text : $"{v.Name} = {v.Text}")
        );
    }

    public static double Number(string input) => Numbers(input)[0];

    public static IReadOnlyList<double> Numbers(string input)
    {
        var result = Run(input);
        result.Error.ShouldBeNull(input);
        return
        [
            .. result
                .Answers[^1]
                .Values.Select(v => v.Number ?? throw new InvalidOperationException(input + " gave " + v.Text)),
        ];
    }

    public static Evaluator Evaluator() =>
        new(
            new Algebra(new Budget(CalculatorLimits.Default, TimeProvider.System, CancellationToken.None)),
            new CalculatorSession()
        );

    public static Node Parse(string input) =>
        CalculatorEngine.Parse(
            input,
            new CalculatorSession(),
            new Budget(CalculatorLimits.Default, TimeProvider.System, CancellationToken.None)
        )[0];

    public static Node Evaluate(string input) => Evaluator().Evaluate(Parse(input));

    public static void ShouldBeNear(double actual, double expected, double relative, double absolute, string what)
    {
        var error = Math.Abs(actual - expected);
        (error <= Math.Max(absolute, relative * Math.Abs(expected))).ShouldBeTrue(
            string.Create(CultureInfo.InvariantCulture, $"{what}: {actual:R} instead of {expected:R}, error {error:E2}")
        );
    }
}
