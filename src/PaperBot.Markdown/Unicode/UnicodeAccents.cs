using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace PaperBot.Markdown.Unicode;

/// <summary>Marks over and under letters, as combining characters.</summary>
internal static class UnicodeAccents
{
    private const char Over = '\u0305';
    private const char Under = '\u0332';

    private static readonly FrozenDictionary<string, char> All = new Dictionary<string, char>(StringComparer.Ordinal)
    {
        ["hat"] = '\u0302',
        ["widehat"] = '\u0302',
        ["tilde"] = '\u0303',
        ["widetilde"] = '\u0303',
        ["bar"] = '\u0304',
        ["overline"] = Over,
        ["underline"] = Under,
        ["vec"] = '\u20D7',
        ["dot"] = '\u0307',
        ["ddot"] = '\u0308',
        ["breve"] = '\u0306',
        ["check"] = '\u030C',
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static bool Has(string command) => All.ContainsKey(command);

    /// <summary>Lines join over several characters; every other mark stands on one.</summary>
    public static bool TryWrite(string command, string text, out string marked)
    {
        var accent = All[command];
        var runes = text.EnumerateRunes()
            .Count(rune => Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark);
        marked = runes == 1 ? text + accent : string.Concat(text.EnumerateRunes().Select(rune => $"{rune}{accent}"));
        return runes == 1 || (runes > 1 && accent is (Over or Under));
    }
}
