using PaperBot.Core.Papers;
using PaperBot.Storage.Engines;

namespace PaperBot.Storage.Papers;

internal sealed class AnnouncementStore(Database database) : IAnnouncementStore
{
    private const int LongestName = 200;

    public Task SaveAsync(
        DateOnly day,
        string category,
        IReadOnlyList<AnnouncedEntry> entries,
        DateTimeOffset fetchedAt,
        CancellationToken cancellationToken
    )
    {
        var name = StoredText.Of(category, LongestName);
        return database.WriteAsync(SaveAsync, cancellationToken);

        async Task<bool> SaveAsync(Session session)
        {
            // Writing the head first makes two readings of one list wait for each other.
            await session.ExecuteAsync(
                "INSERT INTO announcements (day, category, fetched_at) VALUES (@day, @name, @at) "
                    + "ON CONFLICT (day, category) DO UPDATE SET fetched_at = excluded.fetched_at",
                new
                {
                    day = Number(day),
                    name,
                    at = Instant.Of(fetchedAt),
                }
            );
            var position = await session.FirstAsync<long>(
                "SELECT coalesce(max(position), 0) FROM announcement_entries WHERE day = @day AND category = @name",
                new { day = Number(day), name }
            );
            foreach (var entry in entries.DistinctBy(entry => entry.Id.Paper))
                await session.ExecuteAsync(
                    "INSERT INTO announcement_entries (day, category, paper, version, type, position) "
                        + "VALUES (@day, @name, @paper, @version, @type, @position) "
                        + "ON CONFLICT (day, category, paper) DO NOTHING",
                    new
                    {
                        day = Number(day),
                        name,
                        paper = entry.Id.Paper,
                        version = entry.Id.Version ?? 0,
                        type = (int)entry.Type,
                        position = ++position,
                    }
                );
            return true;
        }
    }

    public Task<IReadOnlyDictionary<string, StoredListing>> FindAsync(
        DateOnly day,
        IReadOnlyCollection<string> categories,
        CancellationToken cancellationToken
    )
    {
        return database.ReadAsync(FindAsync, cancellationToken);

        async Task<IReadOnlyDictionary<string, StoredListing>> FindAsync(Session session)
        {
            var names = categories.Distinct(StringComparer.Ordinal).ToList();
            var heads = await session.ListInAsync<HeadRow>(
                "SELECT category AS Category, fetched_at AS FetchedAt FROM announcements "
                    + "WHERE day = @day AND category IN @list",
                names,
                ("day", Number(day))
            );
            var entries = (
                await session.ListInAsync<EntryRow>(
                    "SELECT category AS Category, paper AS Paper, version AS Version, type AS Type "
                        + "FROM announcement_entries WHERE day = @day AND category IN @list ORDER BY position",
                    names,
                    ("day", Number(day))
                )
            ).ToLookup(row => row.Category, StringComparer.Ordinal);
            return heads.ToDictionary(
                head => head.Category,
                head => new StoredListing(
                    [.. entries[head.Category].Select(row => row.Read())],
                    Instant.Read(head.FetchedAt)
                ),
                StringComparer.Ordinal
            );
        }
    }

    public Task<DateOnly?> LatestDayAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(
            async session => Day(await session.FirstAsync<long?>("SELECT max(day) FROM announcements")),
            cancellationToken
        );

    private static long Number(DateOnly day) => day.Year * 10_000 + day.Month * 100 + day.Day;

    private static DateOnly? Day(long? number) =>
        number is { } day ? new DateOnly((int)(day / 10_000), (int)(day / 100 % 100), (int)(day % 100)) : null;

    private sealed class HeadRow
    {
        public string Category { get; init; } = "";

        public long FetchedAt { get; init; }
    }

    private sealed class EntryRow
    {
        public string Category { get; init; } = "";

        public string Paper { get; init; } = "";

        public long Version { get; init; }

        public long Type { get; init; }

        public AnnouncedEntry Read()
        {
            var id = ArxivId.Parse(Paper);
            return new(Version == 0 ? id : id.WithVersion((int)Version), (AnnounceType)Type);
        }
    }
}
