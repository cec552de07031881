using System.Text;

namespace PaperBot.Search.Analysis;

/// <summary>The terms of a run of characters that are written without spaces.</summary>
internal static class ChineseTerms
{
    /// <summary>Reads a run of Han characters: words, the words inside long words, pairs and single characters.</summary>
    /// <returns>Where the run ends.</returns>
    public static int Read(string text, int start, ITermSink sink)
    {
        var end = RunEnd(text, start, Chinese.Is);
        var run = text.AsSpan(start, end - start);
        var at = 0;
        foreach (var length in Segmenter.Cut(run))
        {
            var word = run.Slice(at, length);
            if (length > 1)
                Terms.AddWord(word, sink);
            if (length > 2)
                AddInner(word, sink);
            at += length;
        }
        AddPairs(run, sink);
        return end;
    }

    /// <summary>Reads a run of kana or Hangul: pairs and single characters.</summary>
    public static int ReadPairs(string text, int start, ITermSink sink)
    {
        var end = RunEnd(text, start, Chinese.IsRelated);
        AddPairs(text.AsSpan(start, end - start), sink);
        return end;
    }

    // jieba's search mode: the dictionary words of two and three characters inside a longer word.
    private static void AddInner(ReadOnlySpan<char> word, ITermSink sink)
    {
        for (var length = 2; length <= 3 && length < word.Length; length++)
        for (var i = 0; i + length <= word.Length; i++)
            if (WordList.Instance.Contains(word.Slice(i, length)))
                Terms.AddWord(word.Slice(i, length), sink);
    }

    private static void AddPairs(ReadOnlySpan<char> run, ITermSink sink)
    {
        var (before, at) = (0, 0);
        while (at < run.Length)
        {
            var length = char.IsHighSurrogate(run[at]) && at + 1 < run.Length ? 2 : 1;
            sink.Add(run.Slice(at, length), TermKind.Character);
            if (at > 0)
                sink.Add(run[before..(at + length)], TermKind.Bigram);
            before = at;
            at += length;
        }
    }

    private static int RunEnd(string text, int at, Func<Rune, bool> belongs)
    {
        while (
            at < text.Length
            && Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var used) == System.Buffers.OperationStatus.Done
            && belongs(rune)
        )
            at += used;
        return at;
    }
}
