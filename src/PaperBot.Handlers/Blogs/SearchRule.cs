using PaperBot.Core.Articles;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Handlers.Papers;
using PaperBot.Handlers.Routing.FreeText;

namespace PaperBot.Handlers.Blogs;

/// <summary>
/// Text that no other rule takes is looked for in the articles; where it is words of a stored paper's title, or no
/// article has anything of it, it is left to the search for titles.
/// </summary>
internal sealed class SearchRule(ITextSearch search, IPaperStore papers) : IFreeTextRule
{
    public int Order => RuleOrder.Anything - 10;

    public async ValueTask<Outcome<string>?> ReadAsync(FreeTextInput input, CancellationToken cancellationToken)
    {
        if (!input.Has("search") || input.Text.Length > TextQuery.MaxLength)
            return null;
        var stored = await papers.SearchAsync(Words.Of(input.Text), 1, cancellationToken);
        if (stored.Count > 0)
            return null;
        var found = await search.ArticlesAsync(new(input.Text) { Take = 1 }, cancellationToken);
        if (found is { IsOk: true, Value.Hits.Count: > 0 })
            return Outcome.Of($"/search {input.Text}");
        return null;
    }
}
