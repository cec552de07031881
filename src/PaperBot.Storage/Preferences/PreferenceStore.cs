using PaperBot.Core.Preferences;
using PaperBot.Storage.Engines;
using PaperBot.Storage.Uses;

namespace PaperBot.Storage.Preferences;

/// <summary>Their age counts from the last use, so reading notes a use.</summary>
internal sealed class PreferenceStore(Database database, UseLog uses, TimeProvider time) : IPreferenceStore
{
    private const int LongestValue = 2_000;
    private const int LongestName = 300;

    public async Task<IReadOnlyDictionary<string, string>> ReadAsync(
        PreferenceOwner owner,
        CancellationToken cancellationToken
    )
    {
        var key = Key(owner);
        var rows = await database.ReadAsync(
            session =>
                session.ListAsync<Row>(
                    "SELECT name AS Name, value AS Value, used_at AS UsedAt FROM preferences WHERE owner = @key",
                    new { key }
                ),
            cancellationToken
        );
        if (rows.Count > 0)
            uses.NoteCoarsely(Use.Preferences, key, rows.Min(row => row.UsedAt));
        return rows.ToDictionary(row => row.Name, row => row.Value, StringComparer.Ordinal);
    }

    public Task WriteAsync(PreferenceOwner owner, string name, string? value, CancellationToken cancellationToken)
    {
        var row = new
        {
            owner = Key(owner),
            name = StoredText.Of(name, LongestName),
            value = StoredText.OrNull(value, LongestValue),
            person = StoredText.OrNull(owner.Person?.ToString(), LongestName),
            now = Instant.Of(time.GetUtcNow()),
        };
        return database.WriteAsync(
            session =>
                session.ExecuteAsync(
                    value is null
                        ? "DELETE FROM preferences WHERE owner = @owner AND name = @name"
                        : "INSERT INTO preferences (owner, name, value, person, used_at) "
                            + "VALUES (@owner, @name, @value, @person, @now) "
                            + "ON CONFLICT (owner, name) DO UPDATE "
                            + "SET value = excluded.value, used_at = excluded.used_at",
                    row
                ),
            cancellationToken
        );
    }

    private static string Key(PreferenceOwner owner) => StoredText.Of(owner.ToString(), LongestName);

    private sealed class Row
    {
        public string Name { get; init; } = "";

        public string Value { get; init; } = "";

        public long UsedAt { get; init; }
    }
}
