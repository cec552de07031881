using PaperBot.Core.Articles;
using PaperBot.Core.Digests;
using PaperBot.Core.Papers;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Blogs;
using PaperBot.Handlers.Papers;

namespace PaperBot.Handlers.Digests;

/// <summary>
/// Looks for new articles of a watched blog. What its first reading brought, or was there before somebody watched it, is
/// no news and is never told.
/// </summary>
internal sealed class BlogPlanner(
    ISubscriptionStore store,
    IBlogStore blogs,
    IArticleStore articles,
    ArticleLine lines,
    ITexts texts,
    TimeProvider time
)
{
    private const int Newest = 50;
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    // An old article that is read again, or found late, is no news.
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(7);

    /// <summary>The articles that are no news; null while the blog's first reading is not complete.</summary>
    /// <param name="source">The blog.</param>
    /// <param name="isNow">Whether whatever is there now is none; otherwise what its first reading brought.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<string>?> KnownAsync(
        BlogSource source,
        bool isNow,
        CancellationToken cancellationToken
    )
    {
        if (source.FirstReadAt is not { } read)
            return null;
        var page = await articles.NewestAsync(
            new ArticleListing { Source = source.Name, Take = Newest },
            cancellationToken
        );
        var stored = await articles.FindAsync([.. page.Articles.Select(article => article.Id)], cancellationToken);
        return
        [
            .. stored.Where(article => isNow || article.FetchedAt <= read).Select(article => article.Id.ToString()),
        ];
    }

    public async Task<DigestTurn> PlanAsync(DigestSubscription watch, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var turn = new DigestTurn(watch, now + Every, now + Every);
        var source = (await blogs.SourcesAsync(cancellationToken)).FirstOrDefault(one =>
            one.Name.Equals(watch.Settings.Blog, StringComparison.OrdinalIgnoreCase)
        );
        if (source?.FirstReadAt is null)
            return turn;
        if (watch.Settings.KnownArticles is not { } known)
        {
            var settings = watch.Settings with { KnownArticles = await KnownAsync(source, false, cancellationToken) };
            // The turn is void with this; the next look begins with what is known.
            await store.ChangeAsync(watch with { Settings = settings, WakeAt = now, DueAt = now }, cancellationToken);
            return turn;
        }

        var page = await articles.NewestAsync(
            new ArticleListing { Source = source.Name, Take = Newest },
            cancellationToken
        );
        var fresh = page
            .Articles.Where(article => !known.Contains(article.Id.ToString()))
            .Where(article => article.PublishedAt is not { } at || at > watch.CreatedAt - Fresh)
            .ToList();
        var seen = await store.SeenAsync(watch.Id, [.. fresh.Select(KeyOf)], cancellationToken);
        var news = fresh.Where(article => !seen.Contains(KeyOf(article))).Reverse().ToList();
        return news.Count == 0 ? turn : turn with { Post = Post(watch, source, news, now) };
    }

    private DigestPost Post(DigestSubscription watch, BlogSource source, List<ArticleHead> news, DateTimeOffset now)
    {
        var locale = Locale.Parse(watch.Settings.Language);
        var day = DateOnly.FromDateTime(now.UtcDateTime);
        var heading = texts.Get(
            locale,
            "digest.blog.news",
            ("title", MarkdownText.Escape(source.Title)),
            ("count", news.Count)
        );
        var list = news.Select((article, i) => NumberedLine.Of(i + 1, lines.Of(article, locale)));
        var post = new PostText(
            $"{heading}\n\n{string.Join('\n', list)}",
            [new PostAction(texts.Get(locale, "digest.blog.read"), $"/blog read {news[0].Id}")]
        );
        return new DigestPost(
            day,
            PostJson.Write(post),
            [
                .. news.Select(
                    (article, i) => new DeliveredPaper(KeyOf(article), default, AnnounceType.New, day, i + 1, "")
                ),
            ]
        )
        {
            Announced = news.Count,
            Matched = news.Count,
        };
    }

    private static string KeyOf(ArticleHead article) => "article:" + article.Id;
}
