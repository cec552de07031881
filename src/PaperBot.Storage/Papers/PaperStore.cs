using PaperBot.Core.Papers;
using PaperBot.Storage.Engines;
using PaperBot.Storage.Uses;

namespace PaperBot.Storage.Papers;

/// <summary>Reads papers; <see cref="PaperWriter"/> writes them.</summary>
internal sealed class PaperStore(Database database, UseLog uses) : IPaperStore
{
    // More ids at once are a digest or a list, not somebody's interest.
    private const int MostAtOnce = 20;

    public Task<IReadOnlyList<StoredPaper>> FindAsync(
        IReadOnlyCollection<ArxivId> ids,
        CancellationToken cancellationToken
    )
    {
        if (ids.Count == 0)
            return Task.FromResult<IReadOnlyList<StoredPaper>>([]);
        var latest = ids.Where(id => id.Version is null).Select(id => id.Paper).ToHashSet(StringComparer.Ordinal);
        var exact = ids.Where(id => id.Version is not null).ToHashSet();
        return database.ReadAsync(FindAsync, cancellationToken);

        async Task<IReadOnlyList<StoredPaper>> FindAsync(Session session)
        {
            var rows = await session.ListInAsync<PaperRow>(
                $"SELECT {PaperRow.Columns} FROM papers WHERE latest = 1 AND paper IN @list",
                latest
            );
            var versions = await session.ListInAsync<PaperRow>(
                $"SELECT {PaperRow.Columns} FROM papers WHERE version > 0 AND paper IN @list",
                exact.Select(id => id.Paper).Distinct(StringComparer.Ordinal)
            );
            var papers = Read(
                rows.Concat(
                        versions.Where(row => exact.Contains(ArxivId.Parse(row.Paper).WithVersion((int)row.Version)))
                    )
                    .DistinctBy(row => (row.Paper, row.Version))
            );
            if (ids.Count <= MostAtOnce)
                foreach (var paper in papers)
                    uses.Note(Use.Paper, paper.Paper.Id.Paper);
            return papers;
        }
    }

    public Task SaveAsync(IReadOnlyCollection<StoredPaper> papers, CancellationToken cancellationToken)
    {
        if (papers.Count == 0)
            return Task.CompletedTask;
        var rows = papers.Select(PaperRow.Of).ToList();
        return database.WriteAsync(session => PaperWriter.WriteAsync(session, rows), cancellationToken);
    }

    public Task<IReadOnlyList<StoredPaper>> SearchAsync(
        IReadOnlyList<string> words,
        int most,
        CancellationToken cancellationToken
    )
    {
        var query = PaperSearch.Of(words, most);
        if (query is null || most <= 0)
            return Task.FromResult<IReadOnlyList<StoredPaper>>([]);
        return database.ReadAsync(
            async session => Read(await session.ListAsync<PaperRow>(query.Sql, query.Values)),
            cancellationToken
        );
    }

    public async Task<IReadOnlyList<StoredPaper>> RecentAsync(int most, CancellationToken cancellationToken)
    {
        await uses.FlushAsync(cancellationToken);
        return await database.ReadAsync(
            async session =>
                Read(
                    await session.ListAsync<PaperRow>(
                        $"SELECT {PaperRow.Columns} FROM paper_reads "
                            + "JOIN papers ON papers.paper = paper_reads.paper AND papers.latest = 1 "
                            + "ORDER BY asked_at DESC, change DESC LIMIT @most",
                        new { most }
                    )
                ),
            cancellationToken
        );
    }

    public Task<int> CountAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.FirstAsync<int>("SELECT count(*) FROM papers WHERE latest = 1"),
            cancellationToken
        );

    private static IReadOnlyList<StoredPaper> Read(IEnumerable<PaperRow> rows) => [.. rows.Select(row => row.Read())];
}
