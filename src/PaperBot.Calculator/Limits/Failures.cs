using MathNet.Numerics;

namespace PaperBot.Calculator.Limits;

/// <summary>The exceptions that an evaluation may end with, and what they mean for the user.</summary>
internal static class Failures
{
    /// <summary>Everything but a cancellation by the caller and a broken process.</summary>
    public static bool IsExpected(Exception e) =>
        e
            is CalculatorException
                or ArithmeticException
                or InvalidOperationException
                or ArgumentException
                or InsufficientExecutionStackException
                or NonConvergenceException
                or FormatException
                or IndexOutOfRangeException
                or InvalidCastException
                or KeyNotFoundException;

    public static CalculatorException Translate(Exception e) =>
        e switch
        {
            CalculatorException known => known,
            DivideByZeroException => new CalculatorException("math.division"),
            OverflowException => new CalculatorException("math.overflow"),
            NonConvergenceException => new CalculatorException("math.convergence"),
            InsufficientExecutionStackException => new CalculatorException("limit.depth", ("limit", 0)),
            _ => new CalculatorException("math.undefined"),
        };
}
