namespace PaperBot.Calculator;

/// <summary>The outcome of one input: answers in order, or an error (with the answers before it).</summary>
public sealed record CalculatorResult(
    IReadOnlyList<CalculatorAnswer> Answers,
    IReadOnlyList<CalculatorNotice> Notices,
    IReadOnlyList<PlotData> Plots,
    CalculatorError? Error,
    TimeSpan Elapsed
)
{
    public bool IsOk => Error is null;
}
