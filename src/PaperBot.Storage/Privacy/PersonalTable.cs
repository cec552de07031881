using Microsoft.Extensions.Options;
using PaperBot.Core.Identity;
using PaperBot.Core.Privacy;
using PaperBot.Storage.Configuration;
using PaperBot.Storage.Engines;

namespace PaperBot.Storage.Privacy;

/// <summary>A table with persons in it, its age limit and what counts as age.</summary>
internal sealed class PersonalTable(
    Database database,
    IOptions<StorageOptions> options,
    TimeProvider time,
    PersonalTable.Definition table
) : IPersonalData
{
    public string Name => table.Name;

    public TimeSpan Kept => table.Kept(options.Value.Keep);

    public Task<int> CountAsync(PersonId person, CancellationToken cancellationToken) =>
        table.HasPerson
            ? database.ReadAsync(
                session =>
                    session.FirstAsync<int>(
                        $"SELECT count(*) FROM {table.Table} WHERE person = @person",
                        new { person = Key(person) }
                    ),
                cancellationToken
            )
            : Task.FromResult(0);

    public Task<int> EraseAsync(PersonId person, CancellationToken cancellationToken) =>
        table.HasPerson
            ? database.WriteAsync(
                session =>
                    session.ExecuteAsync(
                        $"DELETE FROM {table.Table} WHERE person = @person",
                        new { person = Key(person) }
                    ),
                cancellationToken
            )
            : Task.FromResult(0);

    public Task<int> ExpireAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var values = new { now = Instant.Of(now), before = Instant.Of(now - Kept) };
        return database.WriteAsync(
            session => session.ExecuteAsync($"DELETE FROM {table.Table} WHERE {table.Expired}", values),
            cancellationToken
        );
    }

    private static string Key(PersonId person) => StoredText.Of(person.ToString(), 300);

    /// <param name="Name">As in <see cref="IPersonalData.Name"/>.</param>
    /// <param name="Table">The table; it has a column <c>person</c>, unless <see cref="HasPerson"/> is false.</param>
    /// <param name="Kept">The age limit.</param>
    /// <param name="Expired">SQL that is true for rows to delete, with <c>@now</c> and <c>@before</c>.</param>
    public sealed record Definition(string Name, string Table, Func<KeepOptions, TimeSpan> Kept, string Expired)
    {
        /// <summary>False where lines of persons are kept without telling whose they are.</summary>
        public bool HasPerson { get; init; } = true;
    }
}
