using PaperBot.Core.Identity;
using PaperBot.Core.Requests;
using PaperBot.Storage.Engines;

namespace PaperBot.Storage.Requests;

internal sealed class AcceptedRequestStore(Database database, TimeProvider time) : IAcceptedRequestStore
{
    private const string Insert = """
        INSERT INTO accepted_requests (id, line, person, person_name, place, place_kind, place_parent, place_server, conversation,
            locale, manages_place, reply_address, accepted_at, attempts, owner, lease_until)
        VALUES (@Id, @Line, @Person, @PersonName, @Place, @PlaceKind, @PlaceParent, @PlaceServer, @Conversation,
            @Locale, @ManagesPlace, @ReplyAddress, @AcceptedAt, @Attempts, @Owner, @LeaseUntil)
        ON CONFLICT (id) DO NOTHING
        """;

    private long Now => Instant.Of(time.GetUtcNow());

    public Task<bool> TryAcceptAsync(
        AcceptedRequest request,
        string owner,
        TimeSpan lease,
        CancellationToken cancellationToken
    )
    {
        var row = AcceptedRequestRow.Of(request) with
        {
            Owner = StoredText.Of(owner, AcceptedRequestRow.LongestName),
            LeaseUntil = Instant.Of(time.GetUtcNow() + lease),
        };
        return database.WriteAsync(async session => await session.ExecuteAsync(Insert, row) > 0, cancellationToken);
    }

    // The id stays, so that the event is not taken again; what was asked is not needed any more.
    public Task CompleteAsync(RequestId id, CancellationToken cancellationToken) =>
        WriteAsync(
            "UPDATE accepted_requests SET done_at = @now, owner = NULL, line = '', reply_address = '', "
                + "person_name = NULL WHERE id = @id AND done_at IS NULL",
            new { id = Key(id), now = Now },
            cancellationToken
        );

    public Task WithdrawAsync(RequestId id, CancellationToken cancellationToken) =>
        WriteAsync(
            "DELETE FROM accepted_requests WHERE id = @id AND done_at IS NULL",
            new { id = Key(id) },
            cancellationToken
        );

    public Task RenewAsync(string owner, TimeSpan lease, CancellationToken cancellationToken) =>
        WriteAsync(
            "UPDATE accepted_requests SET lease_until = @until WHERE owner = @owner AND done_at IS NULL",
            new { owner, until = Instant.Of(time.GetUtcNow() + lease) },
            cancellationToken
        );

    public async Task<IReadOnlyList<AcceptedRequest>> TakeOverAsync(
        string owner,
        TimeSpan lease,
        int most,
        CancellationToken cancellationToken
    )
    {
        var values = new
        {
            owner,
            most,
            now = Now,
            until = Instant.Of(time.GetUtcNow() + lease),
        };
        var rows = await database.WriteAsync(
            session =>
                session.ListAsync<AcceptedRequestRow>(
                    // A common table expression, because PostgreSQL may run a subquery behind IN more than once.
                    "WITH due AS (SELECT id FROM accepted_requests WHERE done_at IS NULL AND lease_until <= @now "
                        + "AND (owner IS NULL OR owner <> @owner) ORDER BY accepted_at LIMIT @most"
                        + $"{session.Dialect.SkipLocked}) "
                        + "UPDATE accepted_requests SET owner = @owner, lease_until = @until, attempts = attempts + 1 "
                        + $"WHERE id IN (SELECT id FROM due) RETURNING {AcceptedRequestRow.Columns}",
                    values
                ),
            cancellationToken
        );
        return [.. rows.OrderBy(row => row.AcceptedAt).Select(row => row.Read())];
    }

    public Task PostponeAsync(RequestId id, TimeSpan pause, CancellationToken cancellationToken) =>
        WriteAsync(
            "UPDATE accepted_requests SET owner = NULL, lease_until = @until WHERE id = @id AND done_at IS NULL",
            new { id = Key(id), until = Instant.Of(time.GetUtcNow() + pause) },
            cancellationToken
        );

    public Task ReleaseAsync(string owner, CancellationToken cancellationToken) =>
        WriteAsync(
            "UPDATE accepted_requests SET owner = NULL, lease_until = 0 WHERE owner = @owner AND done_at IS NULL",
            new { owner },
            cancellationToken
        );

    public Task<int> CountUnfinishedAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.FirstAsync<int>("SELECT count(*) FROM accepted_requests WHERE done_at IS NULL"),
            cancellationToken
        );

    private Task<int> WriteAsync(string sql, object values, CancellationToken cancellationToken) =>
        database.WriteAsync(session => session.ExecuteAsync(sql, values), cancellationToken);

    private static string Key(RequestId id) => StoredText.Of(id.Value, AcceptedRequestRow.LongestName);
}
