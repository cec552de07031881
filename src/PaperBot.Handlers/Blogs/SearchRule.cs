using PaperBot.Core.Articles;
using PaperBot.Core.Outcomes;
using PaperBot.Handlers.Papers;
using PaperBot.Handlers.Routing.FreeText;

namespace PaperBot.Handlers.Blogs;

/// <summary>
/// Text that no other rule takes is looked for in what is stored. Where it is a stored paper's title, or nothing stored
/// has much of it, it is left to the search for titles.
/// </summary>
internal sealed class SearchRule(ITextSearch search) : IFreeTextRule
{
    // So much of the text's words must be in one paper or article.
    private const double Enough = 0.5;

    // So much of a title must be typed to mean the paper.
    private const double Title = 0.6;

    public int Order => RuleOrder.Anything - 10;

    public async ValueTask<Outcome<string>?> ReadAsync(FreeTextInput input, CancellationToken cancellationToken)
    {
        if (!input.Has("search") || input.Text.Length > TextQuery.MaxLength)
            return null;
        var query = new TextQuery(input.Text) { Take = 1 };
        var papers = await search.PapersAsync(query, cancellationToken);
        var paper = papers is { IsOk: true, Value.Hits: [var best, ..] } ? best : null;
        if (paper is not null && IsTitle(paper.Paper.Paper.Title, input.Text))
            return null;
        if (paper?.Said >= Enough)
            return Outcome.Of($"/search {input.Text}");
        var articles = await search.ArticlesAsync(query, cancellationToken);
        if (articles is { IsOk: true, Value.Hits: [{ Said: >= Enough }, ..] })
            return Outcome.Of($"/search {input.Text}");
        return null;
    }

    private static bool IsTitle(string title, string text)
    {
        var (named, typed) = (Words.Of(title), Words.Of(text));
        return typed.Count > 0 && typed.All(named.Contains) && typed.Distinct().Count() >= Title * named.Count;
    }
}
