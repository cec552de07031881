namespace PaperBot.Calculator;

/// <summary>One value of an answer. Exact and decimal are both there where they differ.</summary>
/// <param name="Name">What it is the value of, for example x; null for the value of the whole input.</param>
/// <param name="NameLatex">The name as LaTeX.</param>
/// <param name="ExactText">The exact value; null where only a decimal is known or exact would say nothing new.</param>
/// <param name="ExactLatex">The same as LaTeX.</param>
/// <param name="DecimalText">The decimal value; null where the exact one is a whole number or a formula.</param>
/// <param name="DecimalLatex">The same as LaTeX.</param>
/// <param name="Number">The value as a double, where it is a real number in the range of one.</param>
public sealed record CalculatorValue(
    string? Name,
    string? NameLatex,
    string? ExactText,
    string? ExactLatex,
    string? DecimalText,
    string? DecimalLatex,
    double? Number
)
{
    /// <summary>The value on one line: exact = decimal, or the one that there is.</summary>
    public string Text =>
        ExactText is not null && DecimalText is not null
            ? $"{ExactText} = {DecimalText}"
            : ExactText ?? DecimalText ?? "";
}
