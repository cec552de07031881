using System.Globalization;

namespace PaperBot.Handlers.Papers;

/// <summary>Entries of a numbered Markdown list that may run over several lines.</summary>
internal static class NumberedLine
{
    public static string Of(int number, string markdown)
    {
        var mark = string.Create(CultureInfo.InvariantCulture, $"{number}. ");
        return mark + markdown.Replace("\n", "\n" + new string(' ', mark.Length), StringComparison.Ordinal);
    }
}
