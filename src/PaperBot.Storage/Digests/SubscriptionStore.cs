using PaperBot.Core.Digests;
using PaperBot.Core.Identity;
using PaperBot.Core.Papers;
using PaperBot.Storage.Engines;

namespace PaperBot.Storage.Digests;

internal sealed class SubscriptionStore(Database database, TimeProvider time) : ISubscriptionStore
{
    private const int LongestContent = 2_000_000;
    private const int LongestReasons = 2_000;

    private static readonly string[] Dependent = ["digest_papers", "digest_deliveries", "digest_owners"];

    private const string Insert = """
        INSERT INTO digest_subscriptions (id, place, place_kind, place_parent, settings, created_at, from_day, due_at,
            wake_at, last_run, last_day, state, refusals, turn, lease_until)
        VALUES (@Id, @Place, @PlaceKind, @PlaceParent, @Settings, @CreatedAt, @FromDay, @DueAt,
            @WakeAt, @LastRun, @LastDay, @State, @Refusals, @Turn, 0)
        ON CONFLICT (id) DO NOTHING
        """;

    public Task<bool> AddAsync(DigestSubscription subscription, PersonId owner, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session =>
            {
                var row = SubscriptionRow.Of(subscription);
                if (await session.ExecuteAsync(Insert, row) == 0)
                    return false;
                await session.ExecuteAsync(
                    "INSERT INTO digest_owners (subscription, person, added_at) VALUES (@Id, @person, @CreatedAt)",
                    new
                    {
                        row.Id,
                        person = StoredText.Of(owner.ToString(), SubscriptionRow.LongestName),
                        row.CreatedAt,
                    }
                );
                return true;
            },
            cancellationToken
        );

    public async Task<IReadOnlyList<DigestSubscription>> OfPlaceAsync(
        PlaceId place,
        CancellationToken cancellationToken
    )
    {
        var rows = await database.ReadAsync(
            session =>
                session.ListAsync<SubscriptionRow>(
                    $"SELECT {SubscriptionRow.Columns} FROM digest_subscriptions WHERE place = @place "
                        + "ORDER BY created_at, id",
                    new { place = place.ToString() }
                ),
            cancellationToken
        );
        return rows.ConvertAll(row => row.Read());
    }

    public async Task<DigestSubscription?> FindAsync(string id, CancellationToken cancellationToken) =>
        (
            await database.ReadAsync(
                session =>
                    session.FirstAsync<SubscriptionRow>(
                        $"SELECT {SubscriptionRow.Columns} FROM digest_subscriptions WHERE id = @id",
                        new { id = Key(id) }
                    ),
                cancellationToken
            )
        )?.Read();

    public Task<bool> ChangeAsync(DigestSubscription subscription, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session =>
                await session.ExecuteAsync(
                    "UPDATE digest_subscriptions SET settings = @Settings, from_day = @FromDay, due_at = @DueAt, wake_at = @WakeAt, "
                        + "state = @State, refusals = @Refusals, turn = turn + 1, lease_until = 0 WHERE id = @Id",
                    SubscriptionRow.Of(subscription)
                ) > 0,
            cancellationToken
        );

    public Task<bool> RemoveAsync(string id, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session =>
            {
                var value = new { id = Key(id) };
                foreach (var table in Dependent)
                    await session.ExecuteAsync($"DELETE FROM {table} WHERE subscription = @id", value);
                return await session.ExecuteAsync("DELETE FROM digest_subscriptions WHERE id = @id", value) > 0;
            },
            cancellationToken
        );

    public async Task<IReadOnlyList<DigestSubscription>> TakeAsync(
        TimeSpan lease,
        int most,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow();
        var values = new
        {
            most,
            now = Instant.Of(now),
            until = Instant.Of(now + lease),
        };
        var rows = await database.WriteAsync(
            session =>
                session.ListAsync<SubscriptionRow>(
                    "WITH due AS (SELECT id FROM digest_subscriptions WHERE state = 0 AND wake_at <= @now "
                        + $"AND lease_until <= @now ORDER BY wake_at, id LIMIT @most{session.Dialect.SkipLocked}) "
                        + "UPDATE digest_subscriptions SET lease_until = @until, turn = turn + 1 "
                        + $"WHERE id IN (SELECT id FROM due) RETURNING {SubscriptionRow.Columns}",
                    values
                ),
            cancellationToken
        );
        return [.. rows.Select(row => row.Read()).OrderBy(row => row.WakeAt).ThenBy(row => row.Id)];
    }

    public Task<DeliveryId?> FinishAsync(DigestTurn turn, CancellationToken cancellationToken) =>
        database.WriteAsync(session => FinishAsync(session, turn), cancellationToken);

    private async Task<DeliveryId?> FinishAsync(Session session, DigestTurn turn)
    {
        var id = Key(turn.Subscription.Id);
        var isOurs = await session.ExecuteAsync(
            "UPDATE digest_subscriptions SET due_at = @due, wake_at = @wake, last_run = @run, last_day = @last, "
                + "lease_until = 0 WHERE id = @id AND turn = @turn AND state = 0",
            new
            {
                id,
                turn = turn.Subscription.Turn,
                due = Instant.Of(turn.DueAt),
                wake = Instant.Of(turn.WakeAt),
                run = StoredDay.Of(turn.LastRun),
                last = StoredDay.Of(turn.LastDay),
            }
        );
        if (isOurs == 0 || turn.Post is not { } post)
            return null;
        var day = StoredDay.Of(post.Day);
        var part = await session.FirstAsync<int>(
            "SELECT coalesce(max(part) + 1, 0) FROM digest_deliveries WHERE subscription = @id AND day = @day",
            new { id, day }
        );
        await session.ExecuteAsync(
            "INSERT INTO digest_deliveries (subscription, day, part, state, content, created_at, attempt, next_at, "
                + "announced, matched) VALUES (@id, @day, @part, 0, @content, @now, 0, @now, @announced, @matched)",
            new
            {
                id,
                day,
                part,
                content = StoredText.Of(post.Content, LongestContent),
                now = Instant.Of(time.GetUtcNow()),
                announced = post.Announced,
                matched = post.Matched,
            }
        );
        foreach (var paper in post.Papers)
            await session.ExecuteAsync(
                "INSERT INTO digest_papers (subscription, paper_key, day, part, paper, type, announced, position, "
                    + "reasons) VALUES (@id, @key, @day, @part, @paper, @type, @announced, @position, @reasons)",
                new
                {
                    id,
                    key = paper.Key,
                    day,
                    part,
                    paper = paper.Paper.ToString(),
                    type = (int)paper.Type,
                    announced = StoredDay.Of(paper.Announced),
                    position = paper.Position,
                    reasons = StoredText.Of(paper.Reasons, LongestReasons),
                }
            );
        return new DeliveryId(turn.Subscription.Id, post.Day, part);
    }

    public async Task<IReadOnlySet<string>> SeenAsync(
        string id,
        IReadOnlyCollection<string> keys,
        CancellationToken cancellationToken
    )
    {
        var seen = await database.ReadAsync(
            session =>
                session.ListInAsync<string>(
                    "SELECT paper_key FROM digest_papers WHERE subscription = @id AND paper_key IN @list",
                    keys,
                    ("id", Key(id))
                ),
            cancellationToken
        );
        return seen.ToHashSet(StringComparer.Ordinal);
    }

    public async Task<DeliveredPaper?> WhereAsync(string id, string key, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(
            session =>
                session.FirstAsync<PaperRow>(
                    "SELECT paper_key AS PaperKey, day AS Day, part AS Part, paper AS Paper, type AS Type, "
                        + "announced AS Announced, position AS Position, reasons AS Reasons FROM digest_papers "
                        + "WHERE subscription = @id AND paper_key = @key",
                    new { id = Key(id), key = Key(key) }
                ),
            cancellationToken
        );
        return row is null
            ? null
            : new DeliveredPaper(
                row.PaperKey,
                ArxivId.Parse(row.Paper),
                (AnnounceType)row.Type,
                StoredDay.Read(row.Announced),
                (int)row.Position,
                row.Reasons
            )
            {
                Delivery = new DeliveryId(id, StoredDay.Read(row.Day), (int)row.Part),
            };
    }

    private static string Key(string text) => StoredText.Of(text, SubscriptionRow.LongestName);

    private sealed class PaperRow
    {
        public string PaperKey { get; init; } = "";

        public long Day { get; init; }

        public long Part { get; init; }

        public string Paper { get; init; } = "";

        public long Type { get; init; }

        public long Announced { get; init; }

        public long Position { get; init; }

        public string Reasons { get; init; } = "";
    }
}
