using System.Collections.Frozen;
using PaperBot.Search.Analysis;

namespace PaperBot.Search.Index;

/// <summary>Words that tell nothing about what is looked for. They stay in the index, for quoted phrases.</summary>
internal static class StopWords
{
    private static readonly FrozenSet<string> All = """
        a an and are as at be but by can did do does for from had has have how if in into is it its no not of on or
        our such that the their then there these they this to was we were what when where which who why will with you
        about i me my your than
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(EnglishStem.Of).Concat(
        "什么 怎么 如何 为什么 哪些 哪个 怎样 我们 你们 他们 一个 可以 这个 那个 是不是 有没有 是什么"
            .Split(' ')
            .Select(w => Terms.Word(w))
    ).ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string term) => All.Contains(term);
}
