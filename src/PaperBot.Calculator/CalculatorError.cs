namespace PaperBot.Calculator;

/// <summary>Why there is no answer: the key of a text, its values, and where in the input.</summary>
public sealed record CalculatorError(
    string Key,
    IReadOnlyDictionary<string, string> Values,
    int? Position,
    int Length,
    IReadOnlyList<string> Expected
);
