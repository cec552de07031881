using System.Collections.Frozen;
using System.Text;

namespace PaperBot.Search.Analysis;

/// <summary>Traditional Chinese characters to simplified ones, one by one (OpenCC's tables).</summary>
internal static class Simplified
{
    private static readonly Lazy<FrozenDictionary<Rune, Rune>> Table = new(Read);

    public static Rune Of(Rune rune) => Chinese.Is(rune) && Table.Value.TryGetValue(rune, out var found) ? found : rune;

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
