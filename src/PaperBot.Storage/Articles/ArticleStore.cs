using PaperBot.Core.Articles;
using PaperBot.Storage.Engines;

namespace PaperBot.Storage.Articles;

/// <summary>Reads articles; <see cref="ArticleWriter"/> writes them.</summary>
internal sealed class ArticleStore(Database database) : IArticleStore
{
    public Task<IReadOnlyList<Article>> FindAsync(
        IReadOnlyCollection<ArticleId> ids,
        CancellationToken cancellationToken
    ) =>
        InOrderAsync(
            ids,
            "SELECT body AS Text, fetched_at AS FetchedAt FROM articles WHERE gone = 0 AND article IN @list",
            row => ArticleJson.ReadArticle(row.Text) with { FetchedAt = Instant.Read(row.FetchedAt) },
            article => article.Id,
            cancellationToken
        );

    public Task<IReadOnlyList<ArticleHead>> HeadsAsync(
        IReadOnlyCollection<ArticleId> ids,
        CancellationToken cancellationToken
    ) =>
        InOrderAsync(
            ids,
            "SELECT head AS Text, fetched_at AS FetchedAt FROM articles WHERE gone = 0 AND article IN @list",
            row => ArticleJson.ReadHead(row.Text),
            head => head.Id,
            cancellationToken
        );

    public async Task<ArticleHead?> FindAsync(Uri address, CancellationToken cancellationToken)
    {
        if (!ArticleAddress.TryCanonical(address, out var canonical))
            return null;
        var head = await database.ReadAsync(
            session =>
                session.FirstAsync<string>(
                    "SELECT head FROM article_addresses JOIN articles ON articles.article = article_addresses.article "
                        + "WHERE address_key = @key AND gone = 0",
                    new { key = ArticleAddress.Key(canonical) }
                ),
            cancellationToken
        );
        return head is null ? null : ArticleJson.ReadHead(head);
    }

    public Task<int> SaveAsync(IReadOnlyCollection<Article> articles, CancellationToken cancellationToken) =>
        articles.Count == 0
            ? Task.FromResult(0)
            : database.WriteAsync(session => ArticleWriter.WriteAsync(session, articles), cancellationToken);

    public Task<int> RemoveAsync(string source, CancellationToken cancellationToken) =>
        database.WriteAsync(session => ArticleWriter.RemoveAsync(session, source), cancellationToken);

    public async Task<IReadOnlyList<ArticleChange>> ChangesAsync(
        long after,
        int most,
        CancellationToken cancellationToken
    )
    {
        var rows = await database.ReadAsync(
            session =>
                session.ListAsync<ChangeRow>(
                    "SELECT change AS Number, article AS Id, gone AS Gone, body AS Body, fetched_at AS FetchedAt "
                        + "FROM articles WHERE change > @after ORDER BY change LIMIT @most",
                    new { after, most }
                ),
            cancellationToken
        );
        return
        [
            .. rows.Select(row => new ArticleChange(
                row.Number,
                ArticleId.Parse(row.Id),
                row.Gone == 1
                    ? null
                    : ArticleJson.ReadArticle(row.Body) with
                    {
                        FetchedAt = Instant.Read(row.FetchedAt),
                    }
            )),
        ];
    }

    public Task<long> LastChangeAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.FirstAsync<long>("SELECT coalesce(max(change), 0) FROM articles"),
            cancellationToken
        );

    public Task<ArticlePage> NewestAsync(ArticleListing listing, CancellationToken cancellationToken) =>
        PageAsync(
            listing,
            "",
            "CASE WHEN published_at IS NULL THEN 1 ELSE 0 END, published_at DESC, articles.article",
            cancellationToken
        );

    public Task<ArticlePage> PopularAsync(ArticleListing listing, CancellationToken cancellationToken) =>
        PageAsync(
            listing,
            "JOIN article_opens ON article_opens.article = articles.article ",
            "opened DESC, articles.article",
            cancellationToken
        );

    public async Task<ArticleHead?> SomeAsync(
        ArticleListing listing,
        double chance,
        CancellationToken cancellationToken
    )
    {
        var count = (await NewestAsync(listing with { Skip = 0, Take = 1 }, cancellationToken)).Total;
        var page = await NewestAsync(listing with { Skip = (int)(count * chance), Take = 1 }, cancellationToken);
        return page.Articles.Count == 0 ? null : page.Articles[0];
    }

    public async Task<IReadOnlyList<ArticleTag>> TagsAsync(
        string? source,
        int most,
        CancellationToken cancellationToken
    )
    {
        var rows = await database.ReadAsync(
            session =>
                session.ListAsync<TagRow>(
                    "SELECT min(name) AS Name, count(*) AS Count FROM article_tags "
                        + "JOIN articles ON articles.article = article_tags.article "
                        + (source is null ? "" : "WHERE source = @source ")
                        + "GROUP BY folded ORDER BY count(*) DESC, folded LIMIT @most",
                    new { source, most }
                ),
            cancellationToken
        );
        return [.. rows.Select(row => new ArticleTag(row.Name, (int)row.Count))];
    }

    public Task OpenedAsync(ArticleId id, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session =>
                session.ExecuteAsync(
                    "INSERT INTO article_opens (article, opened) VALUES (@article, 1) "
                        + "ON CONFLICT (article) DO UPDATE SET opened = article_opens.opened + 1",
                    new { article = id.ToString() }
                ),
            cancellationToken
        );

    public Task<int> CountAsync(string? source, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session =>
                session.FirstAsync<int>(
                    "SELECT count(*) FROM articles WHERE gone = 0" + (source is null ? "" : " AND source = @source"),
                    new { source }
                ),
            cancellationToken
        );

    private Task<ArticlePage> PageAsync(
        ArticleListing listing,
        string join,
        string order,
        CancellationToken cancellationToken
    )
    {
        var from =
            $"FROM articles {join}WHERE gone = 0"
            + (listing.Source is null ? "" : " AND source = @source")
            + (
                listing.Tag is null
                    ? ""
                    : " AND EXISTS (SELECT 1 FROM article_tags "
                        + "WHERE article_tags.article = articles.article AND folded = @tag)"
            );
        var values = new
        {
            source = listing.Source,
            tag = TagText.Fold(listing.Tag ?? ""),
            skip = Math.Max(0, listing.Skip),
            take = Math.Clamp(listing.Take, 1, 100),
        };
        return database.ReadAsync(ReadAsync, cancellationToken);

        async Task<ArticlePage> ReadAsync(Session session)
        {
            var total = await session.FirstAsync<int>($"SELECT count(*) {from}", values);
            var heads = await session.ListAsync<string>(
                $"SELECT head {from} ORDER BY {order} LIMIT @take OFFSET @skip",
                values
            );
            return new([.. heads.Select(ArticleJson.ReadHead)], total);
        }
    }

    private async Task<IReadOnlyList<T>> InOrderAsync<T>(
        IReadOnlyCollection<ArticleId> ids,
        string sql,
        Func<TextRow, T> read,
        Func<T, ArticleId> idOf,
        CancellationToken cancellationToken
    )
    {
        if (ids.Count == 0)
            return [];
        var rows = await database.ReadAsync(
            session => session.ListInAsync<TextRow>(sql, ids.Select(id => id.ToString()).Distinct()),
            cancellationToken
        );
        // A padded list of parameters names the last one several times; a row still comes once.
        var found = rows.Select(read).ToDictionary(idOf);
        return [.. ids.Where(found.ContainsKey).Select(id => found[id])];
    }

    private sealed class TextRow
    {
        public string Text { get; init; } = "";

        public long FetchedAt { get; init; }
    }

    private sealed class ChangeRow
    {
        public long Number { get; init; }

        public string Id { get; init; } = "";

        public long Gone { get; init; }

        public string Body { get; init; } = "";

        public long FetchedAt { get; init; }
    }

    private sealed class TagRow
    {
        public string Name { get; init; } = "";

        public long Count { get; init; }
    }
}
