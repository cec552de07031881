using System.Collections.Frozen;
using System.Text;

namespace PaperBot.Markdown.Unicode;

/// <summary>
/// The mathematical alphabets (Unicode, "Mathematical Alphanumeric Symbols"), with the letters that had a place
/// elsewhere before.
/// </summary>
internal static class UnicodeAlphabets
{
    private static readonly FrozenDictionary<string, (int Upper, int Lower, int Digit, string Holes)> All =
        new Dictionary<string, (int, int, int, string)>(StringComparer.Ordinal)
        {
            ["mathbf"] = (0x1D400, 0x1D41A, 0x1D7CE, ""),
            ["boldsymbol"] = (0x1D400, 0x1D41A, 0x1D7CE, ""),
            ["bm"] = (0x1D400, 0x1D41A, 0x1D7CE, ""),
            ["mathbb"] = (0x1D538, 0x1D552, 0x1D7D8, "CℂHℍNℕPℙQℚRℝZℤ"),
            ["mathcal"] = (0x1D49C, 0x1D4B6, 0, "BℬEℰFℱHℋIℐLℒMℳRℛeℯgℊoℴ"),
            ["mathscr"] = (0x1D49C, 0x1D4B6, 0, "BℬEℰFℱHℋIℐLℒMℳRℛeℯgℊoℴ"),
            ["mathfrak"] = (0x1D504, 0x1D51E, 0, "CℭHℌIℑRℜZℨ"),
            ["mathsf"] = (0x1D5A0, 0x1D5BA, 0x1D7E2, ""),
            ["mathtt"] = (0x1D670, 0x1D68A, 0x1D7F6, ""),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    public static bool Has(string command) => All.ContainsKey(command);

    public static string Write(string command, string text)
    {
        var (upper, lower, digit, holes) = All[command];
        var written = new StringBuilder(text.Length * 2);
        foreach (var rune in text.EnumerateRunes())
            written.Append(
                rune.Value switch
                {
                    var c and < 128 when holes.IndexOf((char)c, StringComparison.Ordinal) is >= 0 and var at => holes[
                        at + 1
                    ]
                        .ToString(),
                    var c and >= 'A' and <= 'Z' => char.ConvertFromUtf32(upper + c - 'A'),
                    var c and >= 'a' and <= 'z' => char.ConvertFromUtf32(lower + c - 'a'),
                    var c and >= '0' and <= '9' when digit > 0 => char.ConvertFromUtf32(digit + c - '0'),
                    _ => rune.ToString(),
                }
            );
        return written.ToString();
    }
}
