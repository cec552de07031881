using Microsoft.Extensions.Options;
using PaperBot.Core.Digests;
using PaperBot.Storage.Configuration;
using PaperBot.Storage.Engines;

namespace PaperBot.Storage.Digests;

internal sealed class DigestDeliveryStore(Database database, IOptions<StorageOptions> options, TimeProvider time)
    : IDigestDeliveryStore
{
    private const int LongestText = 1_000;

    private const string Columns =
        "subscription AS Subscription, day AS Day, part AS Part, state AS State, content AS Content, "
        + "created_at AS CreatedAt, attempt AS Attempt, next_at AS NextAt, reason AS Reason, "
        + "message_id AS MessageId, announced AS Announced, matched AS Matched";

    // While a row is being posted, next_at is the end of its lease. States below 3 are not settled.
    public async Task<IReadOnlyList<DigestDelivery>> TakeAsync(
        string process,
        TimeSpan lease,
        int most,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow();
        var values = new
        {
            process,
            most,
            now = Instant.Of(now),
            until = Instant.Of(now + lease),
        };
        var rows = await database.WriteAsync(TakeAsync, cancellationToken);
        return [.. rows.OrderBy(row => row.CreatedAt).Select(row => row.Read())];

        async Task<List<Row>> TakeAsync(Session session)
        {
            var due = await session.ListAsync<Row>(
                $"SELECT {Columns} FROM digest_deliveries d WHERE state < 3 AND next_at <= @now AND NOT EXISTS "
                    + "(SELECT 1 FROM digest_deliveries e WHERE e.subscription = d.subscription AND e.state < 3 "
                    + "AND (e.day < d.day OR (e.day = d.day AND e.part < d.part))) "
                    + $"ORDER BY next_at, subscription LIMIT @most{session.Dialect.SkipLocked}",
                values
            );
            var taken = new List<Row>();
            foreach (var row in due)
            {
                var count = await session.ExecuteAsync(
                    "UPDATE digest_deliveries SET state = 1, process = @process, next_at = @until, "
                        + "attempt = attempt + 1 WHERE subscription = @Subscription AND day = @Day AND part = @Part",
                    new
                    {
                        values.process,
                        values.until,
                        row.Subscription,
                        row.Day,
                        row.Part,
                    }
                );
                if (count > 0)
                    taken.Add(row with { State = 1, Attempt = row.Attempt + 1, NextAt = values.until });
            }
            return taken;
        }
    }

    public Task SettleAsync(DigestDelivery delivery, string process, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session =>
                session.ExecuteAsync(
                    "UPDATE digest_deliveries SET state = @state, next_at = @next, reason = @reason, "
                        + "message_id = @message, content = CASE WHEN @state < 3 THEN content ELSE '' END, "
                        + "process = NULL WHERE subscription = @subscription AND day = @day AND part = @part "
                        + "AND process = @process AND state = 1",
                    new
                    {
                        state = (long)delivery.State,
                        next = Instant.Of(delivery.NextAt),
                        reason = StoredText.OrNull(delivery.Reason, LongestText),
                        message = StoredText.OrNull(delivery.MessageId, LongestText),
                        subscription = delivery.Id.Subscription,
                        day = StoredDay.Of(delivery.Id.Day),
                        part = (long)delivery.Id.Part,
                        process,
                    }
                ),
            cancellationToken
        );

    public async Task<IReadOnlyDictionary<DeliveryState, int>> CountAsync(
        DateTimeOffset since,
        CancellationToken cancellationToken
    )
    {
        var rows = await database.ReadAsync(
            session =>
                session.ListAsync<CountRow>(
                    "SELECT state AS State, count(*) AS Count FROM digest_deliveries WHERE created_at >= @since "
                        + "GROUP BY state",
                    new { since = Instant.Of(since) }
                ),
            cancellationToken
        );
        return rows.ToDictionary(row => (DeliveryState)row.State, row => (int)row.Count);
    }

    public async Task<IReadOnlyList<DigestDelivery>> TroublesAsync(
        DateTimeOffset since,
        int most,
        CancellationToken cancellationToken
    )
    {
        var rows = await database.ReadAsync(
            session =>
                session.ListAsync<Row>(
                    $"SELECT {Columns} FROM digest_deliveries WHERE created_at >= @since AND reason IS NOT NULL "
                        + "AND state <> 3 ORDER BY created_at DESC, subscription LIMIT @most",
                    new { since = Instant.Of(since), most }
                ),
            cancellationToken
        );
        return rows.ConvertAll(row => row.Read());
    }

    public async Task<IReadOnlyList<DigestDelivery>> LastAsync(
        string subscription,
        int most,
        CancellationToken cancellationToken
    )
    {
        var rows = await database.ReadAsync(
            session =>
                session.ListAsync<Row>(
                    $"SELECT {Columns} FROM digest_deliveries WHERE subscription = @subscription "
                        + "ORDER BY day DESC, part DESC LIMIT @most",
                    new { subscription, most }
                ),
            cancellationToken
        );
        return rows.ConvertAll(row => row.Read());
    }

    public Task<int> ExpireAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - options.Value.Keep.Deliveries;
        var values = new { before = Instant.Of(before), day = StoredDay.Of(DateOnly.FromDateTime(before.UtcDateTime)) };
        return database.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync(
                    "DELETE FROM digest_papers WHERE day < @day AND NOT EXISTS (SELECT 1 FROM digest_deliveries d "
                        + "WHERE d.subscription = digest_papers.subscription AND d.day = digest_papers.day "
                        + "AND d.part = digest_papers.part AND d.state < 3)",
                    values
                );
                return await session.ExecuteAsync(
                    "DELETE FROM digest_deliveries WHERE created_at < @before AND state >= 3",
                    values
                );
            },
            cancellationToken
        );
    }

    private sealed record Row
    {
        public string Subscription { get; init; } = "";

        public long Day { get; init; }

        public long Part { get; init; }

        public long State { get; init; }

        public string Content { get; init; } = "";

        public long CreatedAt { get; init; }

        public long Attempt { get; init; }

        public long NextAt { get; init; }

        public string? Reason { get; init; }

        public string? MessageId { get; init; }

        public long Announced { get; init; }

        public long Matched { get; init; }

        public DigestDelivery Read() =>
            new(
                new DeliveryId(Subscription, StoredDay.Read(Day), (int)Part),
                (DeliveryState)State,
                Content,
                Instant.Read(CreatedAt)
            )
            {
                Attempt = (int)Attempt,
                NextAt = Instant.Read(NextAt),
                Reason = Reason,
                MessageId = MessageId,
                Announced = (int)Announced,
                Matched = (int)Matched,
            };
    }
}
