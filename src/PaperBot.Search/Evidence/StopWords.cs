using System.Collections.Frozen;
using PaperBot.Search.Analysis;

namespace PaperBot.Search.Evidence;

/// <summary>Words that say nothing of what a question is about, English (as stems) and Chinese.</summary>
internal static class StopWords
{
    private const string English =
        "a an the of in on at to for from by with and or nor but is are was were be been being am do does did doing have "
        + "has had having it its this that these those there their they them he she his her we our us you your i my me "
        + "as if then than so such not no can could will would shall should may might must what which who whom whose "
        + "when where why how about into over under between through during before after above below up down out off "
        + "again further once here all any both each few more most other some only own same too very many much s t also et al";

    private const string Chinese =
        "的 了 和 与 及 或 在 是 有 被 把 对 从 到 于 为 什么 怎么 怎样 如何 哪些 哪个 哪里 为何 为什么 多少 是否 吗 呢 吧 "
        + "这 那 这个 那个 这些 那些 这篇 论文 文章 本文 作者 我们 他们 它们 可以 能够 一个 一种 以及 并且 因为 所以 请问";

    private static readonly FrozenSet<string> Words = English
        .Split(' ')
        .Select(EnglishStem.Of)
        .Concat(Chinese.Split(' ').SelectMany(word => new[] { word, Terms.Word(word) }))
        .ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string term) => Words.Contains(term);
}
