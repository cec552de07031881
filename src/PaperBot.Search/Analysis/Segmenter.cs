namespace PaperBot.Search.Analysis;

/// <summary>
/// Cuts a run of Chinese characters into the most probable sequence of dictionary words (a unigram model, found by
/// dynamic programming from the end). Characters in no word stand alone.
/// </summary>
internal static class Segmenter
{
    private const int LongestRun = 4_000;

    /// <summary>The lengths of the words, in order; they add up to the length of the run.</summary>
    public static List<int> Cut(ReadOnlySpan<char> run)
    {
        var lengths = new List<int>(run.Length / 2 + 1);
        while (run.Length > LongestRun)
        {
            Cut(run[..LongestRun], lengths);
            run = run[LongestRun..];
        }
        Cut(run, lengths);
        return lengths;
    }

    private static void Cut(ReadOnlySpan<char> run, List<int> lengths)
    {
        var words = WordList.Instance;
        Span<float> best = run.Length < 512 ? stackalloc float[run.Length + 1] : new float[run.Length + 1];
        Span<byte> take = run.Length < 512 ? stackalloc byte[run.Length + 1] : new byte[run.Length + 1];
        best[run.Length] = 0;
        for (var start = run.Length - 1; start >= 0; start--)
        {
            var single = char.IsHighSurrogate(run[start]) && start + 1 < run.Length ? 2 : 1;
            best[start] = words.Rarest + best[start + single];
            take[start] = (byte)single;
            var most = words.LongestAt(run[start..]);
            for (var length = 1; length <= most; length++)
                if (
                    words.TryGet(run.Slice(start, length), out var probability)
                    && probability + best[start + length] > best[start]
                )
                {
                    best[start] = probability + best[start + length];
                    take[start] = (byte)length;
                }
        }
        for (var at = 0; at < run.Length; at += take[at])
            lengths.Add(take[at]);
    }
}
