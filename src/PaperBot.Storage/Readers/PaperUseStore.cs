using PaperBot.Core.Identity;
using PaperBot.Core.Papers;
using PaperBot.Core.Readers;
using PaperBot.Storage.Engines;

namespace PaperBot.Storage.Readers;

internal sealed class PaperUseStore(Database database, TimeProvider time) : IPaperUseStore
{
    private const int LongestName = 300;
    private const string Counted = "SELECT paper AS Paper, kind AS Kind, count(*) AS Count FROM paper_uses ";

    public Task NoteAsync(PaperUse use, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session =>
            {
                var values = new
                {
                    place = Key(use.Place),
                    paper = use.Paper.Paper,
                    person = Key(use.Person),
                    kind = (long)use.Kind,
                    other = (long)(use.Kind == PaperUseKind.Up ? PaperUseKind.Down : PaperUseKind.Up),
                    now = Instant.Of(time.GetUtcNow()),
                };
                if (use.Kind is PaperUseKind.Up or PaperUseKind.Down)
                    await session.ExecuteAsync(
                        "DELETE FROM paper_uses WHERE place = @place AND paper = @paper AND person = @person "
                            + "AND kind = @other",
                        values
                    );
                return await session.ExecuteAsync(
                    "INSERT INTO paper_uses (place, paper, person, kind, used_at) "
                        + "VALUES (@place, @paper, @person, @kind, @now) "
                        + "ON CONFLICT (place, paper, person, kind) DO UPDATE SET used_at = excluded.used_at",
                    values
                );
            },
            cancellationToken
        );

    public Task<bool> WithdrawAsync(
        PlaceId place,
        ArxivId paper,
        PersonId person,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            async session =>
                await session.ExecuteAsync(
                    "DELETE FROM paper_uses WHERE place = @place AND paper = @paper AND person = @person "
                        + "AND kind IN (1, 2)",
                    new
                    {
                        place = Key(place),
                        paper = paper.Paper,
                        person = Key(person),
                    }
                ) > 0,
            cancellationToken
        );

    public async Task<IReadOnlyDictionary<ArxivId, PaperUses>> CountAsync(
        PlaceId place,
        IReadOnlyCollection<ArxivId> papers,
        CancellationToken cancellationToken
    )
    {
        if (papers.Count == 0)
            return new Dictionary<ArxivId, PaperUses>();
        var rows = await database.ReadAsync(
            session =>
                session.ListInAsync<Row>(
                    Counted + "WHERE place = @place AND paper IN @list GROUP BY paper, kind",
                    [.. papers.Select(paper => paper.Paper).Distinct(StringComparer.Ordinal)],
                    ("place", Key(place))
                ),
            cancellationToken
        );
        return Read(rows).ToDictionary(uses => uses.Paper);
    }

    public async Task<IReadOnlyList<PaperUses>> SinceAsync(
        PlaceId place,
        DateTimeOffset since,
        CancellationToken cancellationToken
    ) =>
        [
            .. Read(
                await database.ReadAsync(
                    session =>
                        session.ListAsync<Row>(
                            Counted + "WHERE place = @place AND used_at >= @since GROUP BY paper, kind",
                            new { place = Key(place), since = Instant.Of(since) }
                        ),
                    cancellationToken
                )
            ),
        ];

    private static IEnumerable<PaperUses> Read(IEnumerable<Row> rows) =>
        rows.GroupBy(row => row.Paper, StringComparer.Ordinal)
            .Select(group => new PaperUses(
                ArxivId.Parse(group.Key),
                group.ToDictionary(row => (PaperUseKind)row.Kind, row => (int)row.Count)
            ));

    private static string Key(PlaceId place) => StoredText.Of(place.ToString(), LongestName);

    private static string Key(PersonId person) => StoredText.Of(person.ToString(), LongestName);

    private sealed class Row
    {
        public string Paper { get; init; } = "";

        public long Kind { get; init; }

        public long Count { get; init; }
    }
}
