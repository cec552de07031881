using System.Text;
using PaperBot.Core.Articles;
using PaperBot.Core.Commands;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Papers;

namespace PaperBot.Handlers.Blogs;

/// <summary>Hits of a search as a card: title, author, day, link and the best passage of each.</summary>
internal sealed class ArticleHitList(ITexts texts, ArticleLine lines)
{
    /// <summary>A search whose results all have less of the question than this says that it found little.</summary>
    public const double Little = 0.25;

    public const int PageSize = 5;
    private const int MostPages = 20;
    private const int MostOutlines = 3;

    public Outcome<Card> Of(CommandRequest request, string query, ArticleHits hits, int page)
    {
        var locale = request.Locale;
        var pages = Math.Min(MostPages, (hits.Total + PageSize - 1) / PageSize);
        if (hits.Hits.Count == 0)
            return page > 1 && pages > 0
                ? Errors.UserInput("list.page", ("page", page), ("pages", pages))
                : Errors.NotFound("blog.search.none", ("typed", MarkdownText.Code(ShortText.Of(query))));
        var shown = MarkdownText.Escape(ShortText.Of(hits.ReadAs ?? query));
        var text = new StringBuilder(texts.Get(locale, "blog.search.heading", ("total", hits.Total), ("query", shown)));
        if (hits.ReadAs is not null)
            text.Append("\n\n*").Append(texts.Get(locale, "blog.search.readas")).Append('*');
        if (hits.WithoutPhrases)
            text.Append("\n\n*").Append(texts.Get(locale, "blog.search.nearest")).Append('*');
        else if (page == 1 && hits.Hits.All(hit => hit.Said < Little))
            text.Append("\n\n*").Append(texts.Get(locale, "blog.search.little")).Append('*');
        if (hits.StillIndexing)
            text.Append("\n\n*").Append(texts.Get(locale, "blog.search.indexing")).Append('*');
        text.Append("\n\n")
            .Append(ArticleList.Numbered(hits.Hits.Select(hit => lines.Of(hit, locale)), 1, isLoose: true));
        return new Card("articles")
        {
            Markdown = text.ToString(),
            Actions =
            [
                .. PageActions.Of(page, pages, to => $"/blog search page:{to} {query}", texts, locale),
                .. hits
                    .Hits.Take(MostOutlines)
                    .Select(
                        (hit, i) =>
                            ReplyAction.Run(
                                texts.Get(locale, "blog.action.outline", ("number", i + 1)),
                                $"/blog read {hit.Article.Id}"
                            )
                    ),
            ],
        };
    }
}
