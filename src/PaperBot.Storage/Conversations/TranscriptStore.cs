using PaperBot.Core.Conversations;
using PaperBot.Core.Identity;
using PaperBot.Storage.Engines;

namespace PaperBot.Storage.Conversations;

/// <summary>
/// All conversations draw their numbers from one counter, which an erasure does not set back, and in the order of the
/// commits: a reader who goes on from the last change it saw misses none.
/// </summary>
internal sealed class TranscriptStore(Database database) : ITranscriptStore
{
    private const string OneEntry =
        $"SELECT {TranscriptRow.Columns} FROM transcript_entries WHERE conversation = @key AND id = @id";

    public Task<(TranscriptEntry Entry, bool IsNew)> AppendAsync(
        TranscriptDraft draft,
        CancellationToken cancellationToken
    )
    {
        var row = TranscriptRow.Of(draft);
        return database.WriteAsync(AppendAsync, cancellationToken);

        async Task<(TranscriptEntry, bool)> AppendAsync(Session session)
        {
            var number = await Counter.NextAsync(session, Counter.Transcripts, 1);
            var numbered = row with { Sequence = number, Change = number };
            var written = await session.ExecuteAsync(
                "INSERT INTO transcript_entries (conversation, id, sequence, change, kind, payload, person, said_at) "
                    + "VALUES (@Conversation, @Id, @Sequence, @Change, @Kind, @Payload, @Person, @SaidAt) "
                    + "ON CONFLICT (conversation, id) DO NOTHING",
                numbered
            );
            if (written > 0)
                return (numbered.Read(), true);
            var known = await session.FirstAsync<TranscriptRow>(OneEntry, new { key = row.Conversation, id = row.Id });
            return (known!.Read(), false);
        }
    }

    public Task<TranscriptEntry?> ReplaceAsync(
        ConversationId conversation,
        string id,
        string kind,
        string payload,
        CancellationToken cancellationToken
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(kind);
        var key = TranscriptRow.Key(conversation);
        var entry = StoredText.Of(id, TranscriptRow.LongestId);
        var newKind = StoredText.Of(kind, TranscriptRow.LongestKind);
        var newPayload = StoredText.Of(payload, ITranscriptStore.LongestPayload);
        return database.WriteAsync(ReplaceAsync, cancellationToken);

        async Task<TranscriptEntry?> ReplaceAsync(Session session)
        {
            var change = await Counter.NextAsync(session, Counter.Transcripts, 1);
            var row = await session.FirstAsync<TranscriptRow>(
                "UPDATE transcript_entries SET kind = @newKind, payload = @newPayload, change = @change "
                    + $"WHERE conversation = @key AND id = @entry RETURNING {TranscriptRow.Columns}",
                new
                {
                    key,
                    entry,
                    newKind,
                    newPayload,
                    change,
                }
            );
            return row?.Read();
        }
    }

    public Task<TranscriptEntry?> FindAsync(ConversationId conversation, string id, CancellationToken cancellationToken)
    {
        var values = new { key = TranscriptRow.Key(conversation), id = StoredText.Of(id, TranscriptRow.LongestId) };
        return database.ReadAsync(
            async session => (await session.FirstAsync<TranscriptRow>(OneEntry, values))?.Read(),
            cancellationToken
        );
    }

    public Task<IReadOnlyList<TranscriptEntry>> ReadAfterAsync(
        ConversationId conversation,
        long change,
        int most,
        CancellationToken cancellationToken
    ) =>
        ListAsync(
            "conversation = @key AND change > @number ORDER BY change LIMIT @most",
            conversation,
            change,
            most,
            cancellationToken
        );

    public async Task<IReadOnlyList<TranscriptEntry>> ReadLatestAsync(
        ConversationId conversation,
        long? before,
        int most,
        CancellationToken cancellationToken
    )
    {
        var newestFirst = await ListAsync(
            "conversation = @key AND sequence < @number ORDER BY sequence DESC LIMIT @most",
            conversation,
            before ?? long.MaxValue,
            most,
            cancellationToken
        );
        return [.. newestFirst.Reverse()];
    }

    public Task<IReadOnlyList<TranscriptHead>> ListAsync(PersonId person, int most, CancellationToken cancellationToken)
    {
        var values = new { person = TranscriptRow.Key(person), most };
        return database.ReadAsync(ListAsync, cancellationToken);

        async Task<IReadOnlyList<TranscriptHead>> ListAsync(Session session)
        {
            var heads = await session.ListAsync<TranscriptHeadRow>(TranscriptHeadRow.Query, values);
            return [.. heads.Select(head => head.ReadHead())];
        }
    }

    public Task<int> ClearAsync(ConversationId conversation, CancellationToken cancellationToken)
    {
        var key = TranscriptRow.Key(conversation);
        return database.WriteAsync(
            session => session.ExecuteAsync("DELETE FROM transcript_entries WHERE conversation = @key", new { key }),
            cancellationToken
        );
    }

    private Task<IReadOnlyList<TranscriptEntry>> ListAsync(
        string condition,
        ConversationId conversation,
        long number,
        int most,
        CancellationToken cancellationToken
    )
    {
        var values = new
        {
            key = TranscriptRow.Key(conversation),
            number,
            most,
        };
        return database.ReadAsync(ListAsync, cancellationToken);

        async Task<IReadOnlyList<TranscriptEntry>> ListAsync(Session session)
        {
            var rows = await session.ListAsync<TranscriptRow>(
                $"SELECT {TranscriptRow.Columns} FROM transcript_entries WHERE {condition}",
                values
            );
            return [.. rows.Select(row => row.Read())];
        }
    }
}
