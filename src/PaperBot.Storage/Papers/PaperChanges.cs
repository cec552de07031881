using PaperBot.Core.Papers;
using PaperBot.Storage.Engines;

namespace PaperBot.Storage.Papers;

/// <summary>Reads the numbers that <see cref="PaperWriter"/> gives to rows.</summary>
internal sealed class PaperChanges(Database database) : IPaperChanges
{
    public Task<IReadOnlyList<PaperChange>> ChangesAsync(long after, int most, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<PaperChange>>(
            async session =>
            {
                var rows = await session.ListAsync<PaperRow>(
                    $"SELECT {PaperRow.Columns} FROM papers WHERE latest = 1 AND change > @after "
                        + "ORDER BY change LIMIT @most",
                    new { after, most }
                );
                return [.. rows.Select(row => new PaperChange(row.Change, row.Read()))];
            },
            cancellationToken
        );

    public Task<long> LastChangeAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(
            session =>
                session.FirstAsync<long>(
                    "SELECT coalesce((SELECT change FROM papers WHERE latest = 1 ORDER BY change DESC LIMIT 1), 0)"
                ),
            cancellationToken
        );

    public Task<IReadOnlyList<StoredPaper>> ReadAsync(
        IReadOnlyCollection<string> papers,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync<IReadOnlyList<StoredPaper>>(
            async session =>
            {
                var rows = await session.ListInAsync<PaperRow>(
                    $"SELECT {PaperRow.Columns} FROM papers WHERE latest = 1 AND paper IN @list",
                    papers
                );
                return [.. rows.Select(row => row.Read())];
            },
            cancellationToken
        );
}
