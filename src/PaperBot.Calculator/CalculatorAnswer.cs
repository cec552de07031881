namespace PaperBot.Calculator;

/// <summary>What came of one statement.</summary>
/// <param name="InputText">The statement as it was understood.</param>
/// <param name="InputLatex">The same as a formula.</param>
/// <param name="Values">The value, or several: roots, unknowns, parts of a decomposition.</param>
/// <param name="Defines">The name that was set, if the statement set one.</param>
/// <param name="SuggestedPlot">An input that plots the result, where there is something to see.</param>
public sealed record CalculatorAnswer(
    string InputText,
    string InputLatex,
    IReadOnlyList<CalculatorValue> Values,
    string? Defines,
    string? SuggestedPlot
);
