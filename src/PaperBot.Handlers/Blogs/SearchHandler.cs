using PaperBot.Core.Articles;
using PaperBot.Core.Commands;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Papers;

namespace PaperBot.Handlers.Blogs;

/// <summary><c>/search</c>: what is stored, papers first, then articles.</summary>
internal sealed class SearchHandler(
    ITextSearch search,
    PaperLine papers,
    ArticleLine articles,
    Core.Conversations.IConversationStore conversations,
    ITexts texts
) : ICommandHandler
{
    private const int MostPapers = 3;
    private const int MostArticles = 4;

    // What has so much less of the question than the other half's best only shares a common word with it.
    private const double LeastSaid = 0.3;

    public CommandSpec Spec { get; } =
        new("search")
        {
            Aliases = ["搜", "搜索"],
            Parameters =
            [
                new Parameter("query")
                {
                    Required = true,
                    Positional = true,
                    Verbatim = true,
                    Aliases = ["词"],
                    MaxLength = CommandLine.MaxLength,
                },
            ],
        };

    public async Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var query = request.Text("query")!.Trim();
        if (query.Length > TextQuery.MaxLength)
            query = query[..TextQuery.MaxLength];
        var foundPapers = await search.PapersAsync(new(query) { Take = MostPapers }, cancellationToken);
        if (!foundPapers.IsOk)
            return foundPapers.Error;
        var foundArticles = await search.ArticlesAsync(new(query) { Take = MostArticles }, cancellationToken);
        if (!foundArticles.IsOk)
            return foundArticles.Error;
        var (paperHits, articleHits) = (foundPapers.Value, foundArticles.Value);
        var (inPapers, inArticles) = (
            paperHits.Hits.Select(hit => hit.Said).DefaultIfEmpty().Max(),
            articleHits.Hits.Select(hit => hit.Said).DefaultIfEmpty().Max()
        );
        if (IsLess(inPapers, inArticles))
            paperHits = new PaperHits([], 0);
        else if (IsLess(inArticles, inPapers))
            articleHits = new ArticleHits([], 0);
        if (paperHits.Hits.Count + articleHits.Hits.Count == 0)
            return Errors.NotFound("blog.search.nothing", ("typed", MarkdownText.Code(ShortText.Of(query))));
        List<string> choices =
        [
            .. paperHits.Hits.Select(hit => $"/paper {hit.Paper.Paper.Id}"),
            .. articleHits.Hits.Select(hit => $"/blog read {hit.Article.Id}"),
        ];
        await Core.Conversations.NumberedChoices.OfferAsync(
            conversations,
            request.Conversation,
            request.Person.Id,
            choices,
            cancellationToken
        );
        return new Reply([.. Cards(request.Locale, query, paperHits, articleHits)]) { Choices = choices };
    }

    // Of two halves that have little, the one that has less helps nobody.
    private static bool IsLess(double said, double other) =>
        said < LeastSaid * other || (said < ArticleHitList.Little && said < other);

    private IEnumerable<Card> Cards(Locale locale, string query, PaperHits paperHits, ArticleHits articleHits)
    {
        if (paperHits.Hits.Count > 0)
            yield return new Card("papers")
            {
                Markdown = Section(
                    texts.Get(locale, "search.papers", ("total", paperHits.Total)),
                    Note(paperHits.ReadAs, paperHits.WithoutPhrases, paperHits.Hits.Max(hit => hit.Said), locale),
                    paperHits.Hits.Select(hit => Paper(hit, locale)),
                    1
                ),
                Actions = [ReplyAction.Run(texts.Get(locale, "search.more.papers"), $"/arxiv search {Words(query)}")],
            };
        if (articleHits.Hits.Count > 0)
            yield return new Card("articles")
            {
                Markdown = Section(
                    texts.Get(locale, "search.articles", ("total", articleHits.Total)),
                    Note(articleHits.ReadAs, articleHits.WithoutPhrases, articleHits.Hits.Max(hit => hit.Said), locale),
                    articleHits.Hits.Select(hit => articles.Of(hit, locale)),
                    paperHits.Hits.Count + 1
                ),
                Actions = [ReplyAction.Run(texts.Get(locale, "search.more.articles"), $"/blog search {query}")],
            };
    }

    private string Paper(PaperHit hit, Locale locale)
    {
        var paper = hit.Paper.Paper;
        var line = papers.Of(paper, locale, MarkedText.Of(paper.Title, hit.TitleMarks));
        return hit.Passage is { } passage ? $"{line}  \n{ArticleLine.Passage(passage)}" : line;
    }

    // How the question was understood, where that is not as it was written, or that little of it was found.
    private string Note(string? readAs, bool withoutPhrases, double said, Locale locale) =>
        readAs is not null ? texts.Get(locale, "search.readas", ("query", MarkdownText.Escape(ShortText.Of(readAs))))
        : withoutPhrases ? texts.Get(locale, "blog.search.nearest")
        : said < ArticleHitList.Little ? texts.Get(locale, "blog.search.little")
        : "";

    private static string Section(string heading, string note, IEnumerable<string> entries, int first) =>
        $"**{heading}**\n\n{(note.Length > 0 ? $"*{note}*\n\n" : "")}{ArticleList.Numbered(entries, first, isLoose: true)}";

    private static string Words(string query) => "query:" + CommandLine.Quote(ShortText.Of(query, 300).TrimEnd('…'));
}
