using PaperBot.Core.Articles;
using PaperBot.Storage.Engines;

namespace PaperBot.Storage.Articles;

/// <summary>
/// Writes articles by the rules of <see cref="IArticleStore.SaveAsync"/>, each change with a number of its own from the
/// change sequence, as papers do.
/// </summary>
internal static class ArticleWriter
{
    private const string Upsert = """
        INSERT INTO articles (article, source, address, published_at, fetched_at, head, body, digest, gone, change)
        VALUES (@Article, @Source, @Address, @PublishedAt, @FetchedAt, @Head, @Body, @Digest, @Gone, @Change)
        ON CONFLICT (article) DO UPDATE SET
            source = excluded.source, address = excluded.address, published_at = excluded.published_at,
            fetched_at = excluded.fetched_at, head = excluded.head, body = excluded.body, digest = excluded.digest,
            gone = excluded.gone, change = excluded.change
        """;

    /// <returns>How many were new or changed.</returns>
    public static async Task<int> WriteAsync(Session session, IReadOnlyCollection<Article> articles)
    {
        await Counter.NextAsync(session, Counter.Articles, 0);
        var stored = (
            await session.ListInAsync<KnownRow>(
                "SELECT article AS Article, source AS Source, digest AS Digest, gone AS Gone FROM articles "
                    + "WHERE article IN @list",
                articles.Select(article => article.Id.ToString()).Distinct(StringComparer.Ordinal)
            )
        ).ToDictionary(row => row.Article, StringComparer.Ordinal);
        var changed = 0;
        foreach (var article in articles)
        {
            stored.TryGetValue(article.Id.ToString(), out var known);
            var mine = known is { Gone: 0 } ? article with { Source = known.Source } : article;
            var row = ArticleRow.Of(mine);
            if (known is { Gone: 0 } && known.Digest == row.Digest)
                continue;
            var number = await Counter.NextAsync(session, Counter.Articles, 1);
            await session.ExecuteAsync(Upsert, row with { Change = number });
            await WriteTagsAsync(session, mine);
            await LeadAsync(session, mine.Address, mine.Id);
            stored[row.Article] = new(row.Article, row.Source, row.Digest, 0);
            changed++;
        }
        return changed;
    }

    /// <summary>An address leads to an article.</summary>
    public static Task LeadAsync(Session session, Uri address, ArticleId id) =>
        session.ExecuteAsync(
            "INSERT INTO article_addresses (address_key, article) VALUES (@key, @article) "
                + "ON CONFLICT (address_key) DO UPDATE SET article = excluded.article",
            new { key = ArticleAddress.Key(address), article = id.ToString() }
        );

    /// <returns>How many went.</returns>
    public static async Task<int> RemoveAsync(Session session, string source)
    {
        await Counter.NextAsync(session, Counter.Articles, 0);
        var gone = await session.ListAsync<string>(
            "SELECT article FROM articles WHERE source = @source AND gone = 0 ORDER BY article",
            new { source }
        );
        return await RemoveAsync(session, gone);
    }

    /// <returns>How many went.</returns>
    public static async Task<int> RemoveAsync(Session session, IReadOnlyCollection<string> gone)
    {
        if (gone.Count == 0)
            return 0;
        var number = await Counter.NextAsync(session, Counter.Articles, gone.Count);
        foreach (var article in gone)
        {
            await session.ExecuteAsync(
                "UPDATE articles SET gone = 1, head = '', body = '', digest = '', change = @number "
                    + "WHERE article = @article",
                new { article, number = number++ }
            );
            await session.ExecuteAsync("DELETE FROM article_addresses WHERE article = @article", new { article });
            await session.ExecuteAsync("DELETE FROM article_tags WHERE article = @article", new { article });
            await session.ExecuteAsync("DELETE FROM article_opens WHERE article = @article", new { article });
        }
        return gone.Count;
    }

    private static async Task WriteTagsAsync(Session session, Article article)
    {
        var id = article.Id.ToString();
        await session.ExecuteAsync("DELETE FROM article_tags WHERE article = @id", new { id });
        foreach (
            var tag in article
                .Tags.Concat(article.Categories)
                .DistinctBy(TagText.Fold)
                .Where(t => TagText.Fold(t) != "")
        )
            await session.ExecuteAsync(
                "INSERT INTO article_tags (article, folded, name) VALUES (@id, @folded, @name)",
                new
                {
                    id,
                    folded = TagText.Fold(tag),
                    name = StoredText.Of(tag, 1_000),
                }
            );
    }

    private sealed record KnownRow(string Article, string Source, string Digest, long Gone)
    {
        public KnownRow()
            : this("", "", "", 0) { }
    }
}
