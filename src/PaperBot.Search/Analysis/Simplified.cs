using System.Collections.Frozen;
using System.Text;

namespace PaperBot.Search.Analysis;

/// <summary>Traditional Chinese characters to simplified ones, one by one (OpenCC's tables).</summary>
internal static class Simplified
{
    /// <summary>The block that holds nearly every character.</summary>
    public const char First = '\u4E00';

    /// <summary>Its end.</summary>
    public const char Last = '\u9FFF';

    private static readonly Lazy<FrozenDictionary<Rune, Rune>> Table = new(Read);
    private static readonly Lazy<char[]> Common = new(ReadCommon);

    public static Rune Of(Rune rune) => Chinese.Is(rune) && Table.Value.TryGetValue(rune, out var found) ? found : rune;

    /// <summary>The same of a character from First to Last; 0 for the few whose simplified form is no single unit.</summary>
    public static char Of(char c) => Common.Value[c - First];

    private static char[] ReadCommon()
    {
        var common = new char[Last - First + 1];
        for (var i = 0; i < common.Length; i++)
        {
            var found = Of(new Rune((char)(First + i)));
            common[i] = found.IsBmp ? (char)found.Value : '\0';
        }
        return common;
    }

    private static FrozenDictionary<Rune, Rune> Read()
    {
        using var stream = typeof(Simplified).Assembly.GetManifestResourceStream("traditional.txt")!;
        using var reader = new StreamReader(stream);
        var table = new Dictionary<Rune, Rune>();
        while (reader.ReadLine() is { } line)
        {
            var runes = line.EnumerateRunes().ToArray();
            if (runes.Length == 2)
                table[runes[0]] = runes[1];
        }
        return table.ToFrozenDictionary();
    }
}
