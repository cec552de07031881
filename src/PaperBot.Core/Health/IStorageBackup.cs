using PaperBot.Core.Outcomes;

namespace PaperBot.Core.Health;

/// <summary>Copies the database to a file and back, for the verbs <c>backup</c> and <c>restore</c>.</summary>
public interface IStorageBackup
{
    /// <summary>
    /// Writes a consistent copy while the bot goes on working. An existing file is not overwritten. With PostgreSQL:
    /// one sentence that names <c>pg_dump</c>.
    /// </summary>
    /// <returns>The state of the copy.</returns>
    Task<Outcome<StorageStatus>> BackupAsync(string file, CancellationToken cancellationToken);

    /// <summary>
    /// Puts a copy in the database's place. Refuses a file that is not a PaperBot database, is damaged, or is newer
    /// than this program knows, and while any process has the database open. The database that was there is kept
    /// beside.
    /// </summary>
    /// <returns>What was restored.</returns>
    Task<Outcome<RestoredStorage>> RestoreAsync(string file, CancellationToken cancellationToken);
}
