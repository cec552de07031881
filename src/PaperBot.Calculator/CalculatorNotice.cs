namespace PaperBot.Calculator;

/// <summary>Something that must be said beside an answer: the key of a text and its values.</summary>
public sealed record CalculatorNotice(string Key, IReadOnlyDictionary<string, string> Values);
