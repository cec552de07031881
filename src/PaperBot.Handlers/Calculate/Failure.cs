using PaperBot.Calculator;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Calculate;

/// <summary>What the calculator reports by key, as messages; values in it are parts of what somebody typed.</summary>
internal static class Failure
{
    private const string KeyStart = "calculator.";

    public static Error Of(CalculatorError error, string input) =>
        Errors.UserInput(
            "calculate.stopped",
            ("sentence", Sentence(error.Key, error.Values)),
            ("expected", Expected(error.Expected)),
            ("excerpt", error.Position is { } at ? "\n\n" + Excerpt.Of(input, at, error.Length) : "")
        );

    public static Message Sentence(CalculatorNotice notice) => Sentence(notice.Key, notice.Values);

    private static Message Sentence(string key, IReadOnlyDictionary<string, string> values) =>
        new(key, values.ToDictionary(pair => pair.Key, pair => (object?)Plain(pair.Value)));

    /// <summary>A number stays as it is: inside a sentence nothing in it is Markdown.</summary>
    private static string Plain(string value) =>
        value.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '/')
            ? value
            : MarkdownText.Escape(value, keepMath: false);

    private static Message? Expected(IReadOnlyList<string> expected)
    {
        if (expected.Count == 0)
            return null;
        var what = expected
            .Select(item => (object)(IsKey(item) ? Message.Of(item) : MarkdownText.Code(item)))
            .Aggregate((first, second) => Message.Of("calculate.or", ("first", first), ("second", second)));
        return Message.Of("calculate.expected", ("what", what));
    }

    private static bool IsKey(string item) => item.StartsWith(KeyStart, StringComparison.Ordinal);
}
