using System.Collections.Frozen;
using PaperBot.Search.Analysis;

namespace PaperBot.Search.Index;

/// <summary>Words that tell nothing about what is looked for. They stay in the index, for quoted phrases.</summary>
internal static class StopWords
{
    private const string English = """
        a an and are as at be but by can did do does for from had has have how if in into is it its no not of on or
        our such that the their then there these they this to was we were what when where which who why will with you
        about i me my your than
        """;

    // Words of questions and particles; those of two characters are pairs too.
    private const string Chinese = """
        什么 怎么 如何 为什么 哪些 哪个 怎样 我们 你们 他们 一个 可以 这个 那个 是不是 有没有 是什么
        的 了 吗 呢 啊 吧 么
        """;

    private static readonly FrozenSet<string> All = Split(English)
        .Select(EnglishStem.Of)
        .Concat(Split(Chinese))
        .Concat(Split(Chinese).Select(word => Terms.Word(word)))
        .ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string term) => All.Contains(term);

    private static string[] Split(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
