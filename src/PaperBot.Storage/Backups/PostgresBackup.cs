using PaperBot.Core.Health;
using PaperBot.Core.Outcomes;

namespace PaperBot.Storage.Backups;

/// <summary>PostgreSQL has its own tools; the answer names them.</summary>
internal sealed class PostgresBackup : IStorageBackup
{
    public Task<Outcome<StorageStatus>> BackupAsync(string file, CancellationToken cancellationToken) =>
        Task.FromResult(Outcome.Fail<StorageStatus>(Errors.UserInput("storage.backup.postgres", ("file", file))));

    public Task<Outcome<RestoredStorage>> RestoreAsync(string file, CancellationToken cancellationToken) =>
        Task.FromResult(Outcome.Fail<RestoredStorage>(Errors.UserInput("storage.restore.postgres", ("file", file))));
}
