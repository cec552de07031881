using System.Globalization;
using PaperBot.Calculator.Numbers;

namespace PaperBot.Calculator.Evaluation;

/// <summary>Values of errors and notices as text.</summary>
internal static class Words
{
    public static string Of(object value) =>
        value switch
        {
            double number => NumberFormat.Real(number, 6),
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
}
