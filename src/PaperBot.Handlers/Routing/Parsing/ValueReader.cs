using System.Globalization;
using PaperBot.Core.Commands;
using PaperBot.Core.Outcomes;

namespace PaperBot.Handlers.Routing.Parsing;

/// <summary>Turns the text of one value into what its parameter's kind promises.</summary>
internal static class ValueReader
{
    private static readonly string[] Yes = ["true", "yes", "on", "1", "y", "是", "开", "真", "要", "有", "好"];
    private static readonly string[] No = ["false", "no", "off", "0", "n", "否", "关", "假", "不", "不要", "无"];

    public static Outcome<object> Read(Parameter parameter, string text, Incoming? incoming) =>
        parameter.Kind switch
        {
            ParameterKind.Integer => Integer(parameter, text),
            ParameterKind.Number => Number(parameter, text),
            ParameterKind.Choice => ChoiceOf(parameter, text),
            ParameterKind.Boolean => Boolean(parameter, text),
            ParameterKind.File => File(parameter, text, incoming),
            _ => text.Length > parameter.MaxLength
                ? ParseErrors.ValueTooLong(parameter, text.Length)
                : Outcome.Of<object>(text),
        };

    private static Outcome<object> Integer(Parameter parameter, string text)
    {
        var folded = InputText.Fold(text).Trim();
        if (!long.TryParse(folded, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return ParseErrors.NotANumber(parameter, text);
        return IsOutside(parameter, number) ? ParseErrors.OutOfRange(parameter, text) : Outcome.Of<object>(number);
    }

    private static Outcome<object> Number(Parameter parameter, string text)
    {
        var folded = InputText.Fold(text).Trim();
        if (
            !double.TryParse(folded, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            || !double.IsFinite(number)
        )
            return ParseErrors.NotANumber(parameter, text);
        return IsOutside(parameter, number) ? ParseErrors.OutOfRange(parameter, text) : Outcome.Of<object>(number);
    }

    private static bool IsOutside(Parameter parameter, double number) =>
        number < parameter.Minimum || number > parameter.Maximum;

    private static Outcome<object> ChoiceOf(Parameter parameter, string text)
    {
        var folded = InputText.Fold(text).Trim();
        var choice = parameter.Choices.FirstOrDefault(c =>
            c.Aliases.Prepend(c.Value).Any(word => InputText.Fold(word) == folded)
        );
        if (choice is not null)
            return Outcome.Of<object>(choice.Value);
        var words = parameter.Choices.SelectMany(c => c.Aliases.Prepend(c.Value));
        return ParseErrors.NotAChoice(parameter, text, NearMiss.Of(text, words));
    }

    private static Outcome<object> Boolean(Parameter parameter, string text)
    {
        var folded = InputText.Fold(text).Trim();
        return Yes.Contains(folded, StringComparer.Ordinal) ? Outcome.Of<object>(true)
            : No.Contains(folded, StringComparer.Ordinal) ? Outcome.Of<object>(false)
            : ParseErrors.NotABoolean(parameter, text);
    }

    private static Outcome<object> File(Parameter parameter, string text, Incoming? incoming)
    {
        var file =
            incoming?.Files.FirstOrDefault(f => f.Name.Equals(text, StringComparison.Ordinal))
            ?? incoming?.FileByText?.Invoke(text);
        return file is null ? ParseErrors.NoSuchFile(parameter, text) : Outcome.Of<object>(file);
    }
}
