using PaperBot.Core.Conversations;
using PaperBot.Core.Identity;
using PaperBot.Storage.Engines;

namespace PaperBot.Storage.Conversations;

internal sealed class ConversationStore(Database database, TimeProvider time) : IConversationStore
{
    private const int LongestValue = 100_000;
    private const int LongestName = 300;

    public Task<string?> ReadAsync(ConversationId conversation, string name, CancellationToken cancellationToken)
    {
        var key = new
        {
            conversation = Key(conversation),
            name = StoredText.Of(name, LongestName),
            now = Instant.Of(time.GetUtcNow()),
        };
        return database.ReadAsync(
            session =>
                session.FirstAsync<string>(
                    "SELECT value FROM conversation_values "
                        + "WHERE conversation = @conversation AND name = @name AND expires_at > @now",
                    key
                ),
            cancellationToken
        );
    }

    public Task WriteAsync(
        ConversationId conversation,
        string name,
        string? value,
        PersonId? person,
        TimeSpan keep,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow();
        var row = new
        {
            conversation = Key(conversation),
            name = StoredText.Of(name, LongestName),
            value = StoredText.OrNull(value, LongestValue),
            person = StoredText.OrNull(person?.ToString(), LongestName),
            now = Instant.Of(now),
            expires = Instant.Of(now + keep),
        };
        return database.WriteAsync(
            session =>
                session.ExecuteAsync(
                    value is null
                        ? "DELETE FROM conversation_values WHERE conversation = @conversation AND name = @name"
                        : "INSERT INTO conversation_values (conversation, name, value, person, written_at, expires_at) "
                            + "VALUES (@conversation, @name, @value, @person, @now, @expires) "
                            + "ON CONFLICT (conversation, name) DO UPDATE SET value = excluded.value, "
                            + "person = excluded.person, written_at = excluded.written_at, expires_at = excluded.expires_at",
                    row
                ),
            cancellationToken
        );
    }

    private static string Key(ConversationId conversation) => StoredText.Of(conversation.ToString(), LongestName);
}
