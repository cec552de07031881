using System.Security.Cryptography;
using System.Text;
using PaperBot.Core.Conversations;
using PaperBot.Storage.Engines;
using PaperBot.Storage.Uses;

namespace PaperBot.Storage.Conversations;

/// <summary>
/// The key is the beginning of the line's hash (80 bits, in base 32), so the same line has the same key in every
/// process, before and after a restart.
/// </summary>
internal sealed class ShortLineStore(Database database, UseLog uses, TimeProvider time) : IShortLineStore
{
    private const int LongestLine = 100_000;
    private const int KeyLength = 16;
    private const string Digits = "abcdefghijklmnopqrstuvwxyz234567";

    public async Task<string> ShortenAsync(string line, CancellationToken cancellationToken)
    {
        var text = StoredText.Of(line, LongestLine);
        var id = KeyOf(text);
        if (await FindAsync(id, cancellationToken) is null)
            await database.WriteAsync(
                session =>
                    session.ExecuteAsync(
                        "INSERT INTO short_lines (id, line, used_at) VALUES (@id, @text, @now) "
                            + "ON CONFLICT (id) DO UPDATE SET used_at = excluded.used_at",
                        new
                        {
                            id,
                            text,
                            now = Instant.Of(time.GetUtcNow()),
                        }
                    ),
                cancellationToken
            );
        return id;
    }

    public Task<string?> ExpandAsync(string key, CancellationToken cancellationToken) =>
        IsKey(key) ? FindAsync(key, cancellationToken) : Task.FromResult<string?>(null);

    private async Task<string?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(
            session =>
                session.FirstAsync<Row>(
                    "SELECT line AS Line, used_at AS UsedAt FROM short_lines WHERE id = @id",
                    new { id }
                ),
            cancellationToken
        );
        if (row is not null)
            uses.NoteCoarsely(Use.ShortLine, id, row.UsedAt);
        return row?.Line;
    }

    private static string KeyOf(string line)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(line));
        return string.Create(
            KeyLength,
            hash,
            static (key, bytes) =>
            {
                for (var i = 0; i < key.Length; i++)
                {
                    var bit = i * 5;
                    var pair = (bytes[bit / 8] << 8) | bytes[bit / 8 + 1];
                    key[i] = Digits[(pair >> (11 - bit % 8)) & 31];
                }
            }
        );
    }

    private static bool IsKey(string key) => key.Length == KeyLength && key.All(char.IsAsciiLetterOrDigit);

    private sealed class Row
    {
        public string Line { get; init; } = "";

        public long UsedAt { get; init; }
    }
}
