using System.Globalization;
using System.IO.Compression;

namespace PaperBot.Search.Analysis;

/// <summary>
/// The dictionary of Chinese words with their frequencies (jieba's, MIT). It is read when the first Chinese text
/// comes: 349,045 words in about half a second.
/// </summary>
internal sealed class WordList
{
    private static readonly Lazy<WordList> Lazy = new(Read);

    private readonly Dictionary<string, float> _logProbability;
    private readonly Dictionary<string, float>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    // By a hash of their first two characters: whether words begin so. Most pairs in a text begin none.
    private readonly byte[] _longestFrom = new byte[1 << 16];

    private WordList(Dictionary<string, float> logProbability, float rarest, int longest)
    {
        _logProbability = logProbability;
        _bySpan = logProbability.GetAlternateLookup<ReadOnlySpan<char>>();
        Rarest = rarest;
        Longest = longest;
        foreach (var word in logProbability.Keys)
            if (word.Length > 1)
            {
                ref var most = ref _longestFrom[Pair(word)];
                most = (byte)Math.Max(most, Math.Min(word.Length, byte.MaxValue));
            }
    }

    public static WordList Instance => Lazy.Value;

    public static bool IsLoaded => Lazy.IsValueCreated;

    /// <summary>The logarithm of the probability of a word that is in the list once.</summary>
    public float Rarest { get; }

    /// <summary>The most UTF-16 units of a word.</summary>
    public int Longest { get; }

    /// <summary>The most UTF-16 units of a word that may begin here; 1 for none.</summary>
    public int LongestAt(ReadOnlySpan<char> text) =>
        text.Length < 2 ? text.Length : Math.Min(text.Length, Math.Max((byte)1, _longestFrom[Pair(text)]));

    public int Count => _logProbability.Count;

    public bool TryGet(ReadOnlySpan<char> word, out float logProbability) =>
        _bySpan.TryGetValue(word, out logProbability);

    public bool Contains(ReadOnlySpan<char> word) => _bySpan.ContainsKey(word);

    private static int Pair(ReadOnlySpan<char> text) => (int)((uint)(text[0] * 31_337 + text[1]) * 2_654_435_761 >> 16);

    private static WordList Read()
    {
        using var stream = typeof(WordList).Assembly.GetManifestResourceStream("dictionary.txt.gz")!;
        using var reader = new StreamReader(new GZipStream(stream, CompressionMode.Decompress));
        var counts = new Dictionary<string, float>(350_000);
        double total = 0;
        var longest = 1;
        while (reader.ReadLine() is { } line)
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            var word = line[..space];
            var count = float.Parse(line.AsSpan(space + 1), CultureInfo.InvariantCulture);
            // Latin words are found without a dictionary.
            if (Ascii(word) || !counts.TryAdd(word, Math.Max(count, 1)))
                continue;
            total += count;
            longest = Math.Max(longest, word.Length);
        }
        var logTotal = Math.Log(total);
        foreach (var word in counts.Keys)
            counts[word] = (float)(Math.Log(counts[word]) - logTotal);
        return new WordList(counts, (float)-logTotal, longest);
    }

    private static bool Ascii(string word) => System.Text.Ascii.IsValid(word);
}
