using PaperBot.Calculator.Tree;

namespace PaperBot.Calculator.Limits;

/// <summary>The way an error travels inside the calculator; it never leaves it.</summary>
internal sealed class CalculatorException : Exception
{
    public CalculatorException(string key, params (string Name, object Value)[] values)
        : base(key)
    {
        Key = key;
        Values = values;
    }

    public string Key { get; }

    public IReadOnlyList<(string Name, object Value)> Values { get; }

    public Span? Where { get; private set; }

    public IReadOnlyList<string> Expected { get; init; } = [];

    public CalculatorException At(Span span)
    {
        Where ??= span;
        return this;
    }
}
