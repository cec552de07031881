using System.Globalization;
using Dapper;
using PaperBot.Core.Digests;
using PaperBot.Core.Identity;
using PaperBot.Storage.Engines;

namespace PaperBot.Storage.Digests;

internal sealed class SubscriptionStore(Database database, TimeProvider time) : ISubscriptionStore
{
    private const int LongestContent = 2_000_000;
    private const int LongestReasons = 2_000;

    // Few statements to write a long list, and far fewer parameters than either engine takes.
    private const int PapersAtOnce = 50;

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
        foreach (var papers in post.Papers.Chunk(PapersAtOnce))
            await InsertAsync(session, id, day, part, papers);
        return new DeliveryId(turn.Subscription.Id, post.Day, part);
    }

    private static Task<int> InsertAsync(Session session, string id, long day, int part, DeliveredPaper[] papers)
    {
        var rows = papers.Select(
            (_, i) =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"(@id, @k{i}, @day, @part, @p{i}, @t{i}, @a{i}, @n{i}, @r{i})"
                )
        );
        var values = new DynamicParameters(
            new
            {
                id,
                day,
                part,
            }
        );
        for (var i = 0; i < papers.Length; i++)
        {
            var number = i.ToString(CultureInfo.InvariantCulture);
            values.Add("k" + number, papers[i].Key);
            values.Add("p" + number, papers[i].Paper.ToString());
            values.Add("t" + number, (int)papers[i].Type);
            values.Add("a" + number, StoredDay.Of(papers[i].Announced));
            values.Add("n" + number, papers[i].Position);
            values.Add("r" + number, StoredText.Of(papers[i].Reasons, LongestReasons));
        }

        return session.ExecuteAsync(
            "INSERT INTO digest_papers (subscription, paper_key, day, part, paper, type, announced, position, reasons) "
                + "VALUES "
                + string.Join(", ", rows),
            values
        );
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

    public async Task<DeliveredPaper?> WhereAsync(string id, string key, CancellationToken cancellationToken) =>
        (
            await database.ReadAsync(
                session =>
                    session.FirstAsync<PaperRow>(
                        PaperRow.Select + "WHERE subscription = @id AND paper_key = @key",
                        new { id = Key(id), key = Key(key) }
                    ),
                cancellationToken
            )
        )?.Read(id);

    public async Task<IReadOnlyList<DeliveredPaper>> PapersAsync(
        string id,
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        var rows = await database.ReadAsync(
            session =>
                session.ListAsync<PaperRow>(
                    PaperRow.Select + "WHERE subscription = @id AND day = @day ORDER BY part, position",
                    new { id = Key(id), day = StoredDay.Of(day) }
                ),
            cancellationToken
        );
        return rows.ConvertAll(row => row.Read(id));
    }

    public async Task<IReadOnlyList<DigestSubscription>> InStateAsync(
        DigestState state,
        int most,
        CancellationToken cancellationToken
    )
    {
        var rows = await database.ReadAsync(
            session =>
                session.ListAsync<SubscriptionRow>(
                    $"SELECT {SubscriptionRow.Columns} FROM digest_subscriptions WHERE state = @state "
                        + "ORDER BY created_at, id LIMIT @most",
                    new { state = (long)state, most }
                ),
            cancellationToken
        );
        return rows.ConvertAll(row => row.Read());
    }

    public async Task<IReadOnlyDictionary<DigestState, int>> CountAsync(CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            session =>
                session.ListAsync<CountRow>(
                    "SELECT state AS State, count(*) AS Count FROM digest_subscriptions GROUP BY state"
                ),
            cancellationToken
        );
        return rows.ToDictionary(row => (DigestState)row.State, row => (int)row.Count);
    }

    private static string Key(string text) => StoredText.Of(text, SubscriptionRow.LongestName);
}
