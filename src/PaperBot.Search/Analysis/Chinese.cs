using System.Text;

namespace PaperBot.Search.Analysis;

/// <summary>Which characters are written without spaces between words: Han, kana and Hangul.</summary>
internal static class Chinese
{
    public static bool Is(Rune rune) =>
        rune.Value
            is (>= 0x3400 and <= 0x4DBF)
                or (>= 0x4E00 and <= 0x9FFF)
                or (>= 0xF900 and <= 0xFAFF)
                or (>= 0x20000 and <= 0x323AF)
                or 0x3007;

    /// <summary>Kana and Hangul: indexed by pairs of characters too, without a dictionary.</summary>
    public static bool IsRelated(Rune rune) =>
        rune.Value is (>= 0x3041 and <= 0x30FF and not 0x30FB) or (>= 0xAC00 and <= 0xD7AF);
}
