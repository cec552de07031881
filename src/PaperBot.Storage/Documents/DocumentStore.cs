using System.Text.Json;
using PaperBot.Core.Documents;
using PaperBot.Core.Identity;
using PaperBot.Storage.Engines;

namespace PaperBot.Storage.Documents;

/// <summary>Documents as JSON, one row each.</summary>
internal sealed class DocumentStore(Database database) : IDocumentStore
{
    private const int LongestId = 300;

    // JSON escapes at worst six characters for one.
    private const int LongestContent = 6 * IDocumentStore.LongestText;

    public async Task<PaperDocument?> FindAsync(DocumentId id, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            session =>
                session.ListAsync<Row>(
                    "SELECT person AS Person, read_at AS ReadAt, content AS Content FROM documents WHERE id = @id",
                    new { id = StoredText.Of(id.ToString(), LongestId) }
                ),
            cancellationToken
        );
        if (rows.Count == 0)
            return null;
        var content = JsonSerializer.Deserialize(rows[0].Content, DocumentJson.Context.Default.DocumentJson)!;
        var document = content.ToDocument(id, Instant.Read(rows[0].ReadAt));
        return PersonId.TryParse(rows[0].Person, out var owner) ? document with { Owner = owner } : document;
    }

    public Task SaveAsync(PaperDocument document, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        var content = JsonSerializer.Serialize(DocumentJson.Of(document), DocumentJson.Context.Default.DocumentJson);
        var row = new
        {
            id = StoredText.Of(document.Id.ToString(), LongestId),
            person = StoredText.OrNull(document.Owner?.ToString(), LongestId),
            readAt = Instant.Of(document.ReadAt),
            content = StoredText.Of(content, LongestContent),
        };
        return database.WriteAsync(
            session =>
                session.ExecuteAsync(
                    "INSERT INTO documents (id, person, read_at, content) VALUES (@id, @person, @readAt, @content) "
                        + "ON CONFLICT (id) DO UPDATE SET person = excluded.person, read_at = excluded.read_at, "
                        + "content = excluded.content",
                    row
                ),
            cancellationToken
        );
    }

    private sealed class Row
    {
        public string? Person { get; init; }

        public long ReadAt { get; init; }

        public string Content { get; init; } = "";
    }
}
