using PaperBot.Search.Analysis;

namespace PaperBot.Search.Passages;

/// <summary>A text in words, Chinese runs and formulas.</summary>
internal static class TextPieces
{
    public static IEnumerable<(int Start, int End, TextPieceKind Kind)> Of(string text)
    {
        for (var at = 0; at < text.Length; )
        {
            if (text[at] == '$' && FormulaEnd(text, at) is var formula && formula > at)
            {
                yield return (at, formula, TextPieceKind.Formula);
                at = formula;
                continue;
            }
            var kind = KindOf(text, at);
            var end = at + 1;
            if (kind is not null)
            {
                while (end < text.Length && text[end] != '$' && IsMore(text, end, kind))
                    end++;
                yield return (at, end, kind.Value);
            }
            at = end;
        }
    }

    /// <summary>Where a formula that begins here ends, behind its last dollar sign; 0 when none begins.</summary>
    public static int FormulaEnd(string text, int at)
    {
        var fence = at + 1 < text.Length && text[at + 1] == '$' ? "$$" : "$";
        var close = text.IndexOf(fence, at + fence.Length, StringComparison.Ordinal);
        var longest = fence.Length == 2 ? 2_000 : 300;
        return close > at + fence.Length && close - at <= longest ? close + fence.Length : 0;
    }

    private static bool IsMore(string text, int at, TextPieceKind? kind) =>
        KindOf(text, at) == kind || (kind == TextPieceKind.Word && text[at] is '^' or '_' or '\'' or '+' or '#');

    private static TextPieceKind? KindOf(string text, int at)
    {
        var c = text[at];
        // Rare characters outside the basic plane are not marked; they are found all the same.
        if (char.IsSurrogate(c))
            return null;
        var rune = new System.Text.Rune(c);
        if (Chinese.Is(rune) || Chinese.IsRelated(rune))
            return TextPieceKind.Chinese;
        return char.IsLetterOrDigit(c) || c == '\\' ? TextPieceKind.Word : null;
    }
}
