namespace PaperBot.Core.Articles;

/// <summary>What was taken from a source and what was not.</summary>
/// <param name="Source">The source.</param>
/// <param name="Pages">Its pages by what became of them; lists are not counted.</param>
/// <param name="Articles">Articles stored.</param>
/// <param name="Examples">Some pages that gave no article, with the reason, the last read first.</param>
public sealed record BlogReport(
    BlogSource Source,
    IReadOnlyDictionary<PageState, int> Pages,
    int Articles,
    IReadOnlyList<BlogPage> Examples
);
