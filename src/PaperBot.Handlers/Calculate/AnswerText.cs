using PaperBot.Calculator;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Calculate;

/// <summary>One answer in Markdown: a display formula, and the values as a line to copy.</summary>
internal static class AnswerText
{
    private const int LongestFormula = 1_500;

    /// <summary>Digits from which a decimal may have been cut.</summary>
    private const int CutDigits = 12;

    public static string Of(CalculatorAnswer answer)
    {
        if (answer is { Values.Count: 0, Defines: null })
            return MarkdownText.Code(answer.InputText);
        var formula = Formula(answer);
        var line = Line(answer);
        var shown = formula.Length <= LongestFormula && !formula.Contains('$', StringComparison.Ordinal);
        return shown ? $"$$\n{formula}\n$$\n\n{line}" : line;
    }

    private static string Line(CalculatorAnswer answer)
    {
        if (answer.Values.Count == 0)
            return MarkdownText.Code(answer.InputText);
        var values = answer.Values.Select(value =>
            Joined(value.Name ?? answer.Defines, "=", Value(value.ExactText, value.DecimalText, "≈"))
        );
        return MarkdownText.Code(string.Join("; ", values));
    }

    private static string Formula(CalculatorAnswer answer)
    {
        var values = answer
            .Values.Select(value =>
                (Name: value.NameLatex, Latex: Value(value.ExactLatex, value.DecimalLatex, @"\approx"))
            )
            .ToList();
        if (values.Count == 0)
            return answer.InputLatex;
        if (values is [{ Name: null } only])
            return Says(answer.InputLatex, answer.Values[0].ExactLatex ?? answer.Values[0].DecimalLatex)
                ? WithNumber(answer)
                : $"{answer.InputLatex} {Sign(answer)} {only.Latex}";
        var named = values.Select(value => Joined(value.Name, "=", value.Latex));
        return $@"{answer.InputLatex} \;\Longrightarrow\; {string.Join(@",\quad ", named)}";
    }

    private static string WithNumber(CalculatorAnswer answer) =>
        answer.Values[0].ExactLatex is null
            ? answer.InputLatex
            : Value(answer.InputLatex, answer.Values[0].DecimalLatex, @"\approx");

    /// <summary>Whether the input is the value already, as in <c>1/3</c> or <c>a = 3</c>.</summary>
    private static bool Says(string input, string? value) =>
        input == value || input.EndsWith($" = {value}", StringComparison.Ordinal);

    /// <summary>What is true is not equal to the word.</summary>
    private static string Sign(CalculatorAnswer answer) =>
        answer.Values[0].ExactText is "true" or "false" ? @"\;\Longrightarrow\;" : "=";

    private static string Value(string? exact, string? number, string about)
    {
        if (exact is null || number is null || exact == number)
            return exact ?? number ?? "";
        return $"{exact} {(IsCut(number) ? about : "=")} {number}";
    }

    private static string Joined(string? name, string sign, string value) =>
        name is null ? value : $"{name} {sign} {value}";

    private static bool IsCut(string number)
    {
        var run = 0;
        var leading = true;
        foreach (var c in number)
        {
            if (char.IsAsciiDigit(c))
            {
                leading &= c == '0';
                run += leading ? 0 : 1;
            }
            else if (c != '.')
                (run, leading) = (0, true);
            if (run >= CutDigits)
                return true;
        }
        return false;
    }
}
