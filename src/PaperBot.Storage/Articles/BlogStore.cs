using PaperBot.Core.Articles;
using PaperBot.Storage.Engines;

namespace PaperBot.Storage.Articles;

internal sealed class BlogStore(Database database) : IBlogStore
{
    private const string Insert = """
        INSERT INTO blog_pages (source, address, state, reason, article, listed_at, hint, etag, last_modified, failures,
            due_at, read_at)
        VALUES (@Source, @Address, @State, @Reason, @Article, @ListedAt, @Hint, @ETag, @LastModified, @Failures,
            @DueAt, @ReadAt)
        """;

    private const string Replace =
        Insert
        + """
             ON CONFLICT (source, address) DO UPDATE SET
                state = excluded.state, reason = excluded.reason, article = excluded.article,
                listed_at = excluded.listed_at, hint = excluded.hint, etag = excluded.etag,
                last_modified = excluded.last_modified, failures = excluded.failures, due_at = excluded.due_at,
                read_at = excluded.read_at
            """;

    // Known pages fall due when the list says that they changed after they were read.
    private const string Listed =
        Insert
        + """
             ON CONFLICT (source, address) DO UPDATE SET
                listed_at = excluded.listed_at, hint = excluded.hint, due_at = excluded.due_at
            WHERE blog_pages.state <> @list AND excluded.listed_at > coalesce(blog_pages.listed_at, blog_pages.read_at)
            """;

    public async Task<IReadOnlyList<BlogSource>> SourcesAsync(CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            session =>
                session.ListAsync<BlogSourceRow>($"SELECT {BlogSourceRow.Columns} FROM blog_sources ORDER BY name"),
            cancellationToken
        );
        return [.. rows.Select(row => row.Read())];
    }

    public Task SaveAsync(BlogSource source, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session =>
                session.ExecuteAsync(
                    """
                    INSERT INTO blog_sources (name, title, address, origin, paused, comments, added_at, first_read_at,
                        read_at, due_at, trouble, trouble_reason)
                    VALUES (@Name, @Title, @Address, @Origin, @Paused, @Comments, @AddedAt, @FirstReadAt,
                        @ReadAt, @DueAt, @Trouble, @TroubleReason)
                    ON CONFLICT (name) DO UPDATE SET
                        title = excluded.title, address = excluded.address, origin = excluded.origin,
                        paused = excluded.paused, comments = excluded.comments, added_at = excluded.added_at,
                        first_read_at = excluded.first_read_at, read_at = excluded.read_at, due_at = excluded.due_at,
                        trouble = excluded.trouble, trouble_reason = excluded.trouble_reason
                    """,
                    BlogSourceRow.Of(source)
                ),
            cancellationToken
        );

    public Task<int> RemoveAsync(string source, CancellationToken cancellationToken)
    {
        return database.WriteAsync(RemoveAsync, cancellationToken);

        async Task<int> RemoveAsync(Session session)
        {
            var gone = await ArticleWriter.RemoveAsync(session, source);
            await session.ExecuteAsync("DELETE FROM blog_pages WHERE source = @source", new { source });
            await session.ExecuteAsync("DELETE FROM blog_sources WHERE name = @source", new { source });
            return gone;
        }
    }

    public Task<int> ListedAsync(IReadOnlyCollection<BlogPage> pages, int most, CancellationToken cancellationToken)
    {
        var rows = pages.Select(BlogPageRow.Of).OrderBy(row => row.Address, StringComparer.Ordinal).ToList();
        return rows.Count == 0
            ? Task.FromResult(0)
            : database.WriteAsync(session => ListedAsync(session, rows, most), cancellationToken);
    }

    public async Task<BlogPage?> FindAsync(string source, Uri address, CancellationToken cancellationToken) =>
        (
            await database.ReadAsync(
                session =>
                    session.FirstAsync<BlogPageRow>(
                        $"SELECT {BlogPageRow.Columns} FROM blog_pages WHERE source = @source AND address = @address",
                        new { source, address = address.AbsoluteUri }
                    ),
                cancellationToken
            )
        )?.Read();

    public Task<IReadOnlyList<BlogPage>> DueAsync(
        string source,
        DateTimeOffset now,
        int most,
        CancellationToken cancellationToken
    ) =>
        PagesAsync(
            "WHERE source = @source AND due_at <= @now AND state <> @list ORDER BY due_at, address LIMIT @most",
            new
            {
                source,
                now = Instant.Of(now),
                most,
                list = (long)PageState.List,
            },
            cancellationToken
        );

    public Task<IReadOnlyList<BlogPage>> ListsAsync(string source, CancellationToken cancellationToken) =>
        PagesAsync(
            "WHERE source = @source AND state = @list ORDER BY address",
            new { source, list = (long)PageState.List },
            cancellationToken
        );

    public Task MakeDueAsync(
        string source,
        IReadOnlyCollection<PageState> states,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            async session =>
            {
                foreach (var state in states)
                    await session.ExecuteAsync(
                        "UPDATE blog_pages SET due_at = @now, failures = 0, etag = NULL, last_modified = NULL "
                            + "WHERE source = @source AND state = @state",
                        new
                        {
                            source,
                            state = (long)state,
                            now = Instant.Of(now),
                        }
                    );
                return true;
            },
            cancellationToken
        );

    public Task SettleAsync(BlogPage page, Article? article, CancellationToken cancellationToken)
    {
        var row = BlogPageRow.Of(page);
        return database.WriteAsync(SettleAsync, cancellationToken);

        async Task<bool> SettleAsync(Session session)
        {
            await LoseAsync(session, row);
            if (article is not null)
                await ArticleWriter.WriteAsync(session, [article]);
            if (page.Article is { } id)
                await ArticleWriter.LeadAsync(session, page.Address, id);
            await session.ExecuteAsync(Replace, row);
            return true;
        }
    }

    public async Task<BlogReport?> ReportAsync(string source, int examples, CancellationToken cancellationToken)
    {
        var list = (long)PageState.List;
        var found = (await SourcesAsync(cancellationToken)).FirstOrDefault(known => known.Name == source);
        if (found is null)
            return null;
        var counts = await database.ReadAsync(
            session =>
                session.ListAsync<CountRow>(
                    "SELECT state AS State, count(*) AS Count FROM blog_pages "
                        + "WHERE source = @source AND state <> @list GROUP BY state",
                    new { source, list }
                ),
            cancellationToken
        );
        var articles = await database.ReadAsync(
            session =>
                session.FirstAsync<int>(
                    "SELECT count(*) FROM articles WHERE gone = 0 AND source = @source",
                    new { source }
                ),
            cancellationToken
        );
        // Of each reason some, before there are more of the first.
        var pages = await PagesAsync(
            "WHERE source = @source AND state NOT IN (@waiting, @taken, @list) "
                + "ORDER BY row_number() OVER (PARTITION BY state ORDER BY read_at DESC, address), state LIMIT @examples",
            new
            {
                source,
                waiting = (long)PageState.Waiting,
                taken = (long)PageState.Taken,
                list,
                examples,
            },
            cancellationToken
        );
        return new(found, counts.ToDictionary(row => (PageState)row.State, row => (int)row.Count), articles, pages);
    }

    // The article of a page that is gone, moved or no longer to be read; unless another page has it too.
    private static async Task LoseAsync(Session session, BlogPageRow row)
    {
        var lost = await session.ListAsync<string>(
            """
            SELECT article FROM blog_pages
            WHERE source = @Source AND address = @Address AND state = @taken AND article <> coalesce(@Article, '')
                AND NOT EXISTS (
                    SELECT 1 FROM blog_pages other
                    WHERE other.article = blog_pages.article AND other.state = @taken
                        AND (other.source <> @Source OR other.address <> @Address)
                )
            """,
            new
            {
                row.Source,
                row.Address,
                row.Article,
                taken = (long)PageState.Taken,
            }
        );
        await ArticleWriter.RemoveAsync(session, lost);
    }

    private static async Task<int> ListedAsync(Session session, List<BlogPageRow> rows, int most)
    {
        var before = await CountAsync(session, rows[0].Source);
        var known = (
            await session.ListInAsync<string>(
                "SELECT address FROM blog_pages WHERE source = @source AND address IN @list",
                rows.Select(row => row.Address),
                ("source", rows[0].Source)
            )
        ).ToHashSet(StringComparer.Ordinal);
        var room = Math.Max(0, most - before);
        foreach (var row in rows)
        {
            if (!known.Contains(row.Address) && --room < 0)
                continue;
            var values = new Dapper.DynamicParameters(row);
            values.Add("list", (long)PageState.List);
            await session.ExecuteAsync(Listed, values);
        }
        return (int)(await CountAsync(session, rows[0].Source) - before);
    }

    private static Task<long> CountAsync(Session session, string source) =>
        session.FirstAsync<long>(
            "SELECT count(*) FROM blog_pages WHERE source = @source AND state <> @list",
            new { source, list = (long)PageState.List }
        );

    private async Task<IReadOnlyList<BlogPage>> PagesAsync(string where, object values, CancellationToken token)
    {
        var rows = await database.ReadAsync(
            session => session.ListAsync<BlogPageRow>($"SELECT {BlogPageRow.Columns} FROM blog_pages {where}", values),
            token
        );
        return [.. rows.Select(row => row.Read())];
    }

    private sealed class CountRow
    {
        public long State { get; init; }

        public long Count { get; init; }
    }
}
