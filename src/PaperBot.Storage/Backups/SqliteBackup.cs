using System.Globalization;
using Microsoft.Data.Sqlite;
using PaperBot.Core.Health;
using PaperBot.Core.Outcomes;
using PaperBot.Storage.Engines;
using PaperBot.Storage.Health;

namespace PaperBot.Storage.Backups;

/// <summary>Copies by SQLite's online backup: page by page, of one moment, while others read and write.</summary>
internal sealed class SqliteBackup(Database database, SqliteEngine engine, TimeProvider time) : IStorageBackup
{
    public async Task<Outcome<StorageStatus>> BackupAsync(string file, CancellationToken cancellationToken)
    {
        var target = Path.GetFullPath(file);
        if (Path.Exists(target))
            return Errors.UserInput("storage.backup.exists", ("file", target));
        var partial = target + ".partial";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Delete(partial);
            await database.OpenAsync(cancellationToken);
            await CopyAsync(engine.File, partial);
            File.Move(partial, target);
            await using var copy = await SqliteFile.OpenAsync(target, SqliteOpenMode.ReadOnly);
            return await StorageReader.ReadAsync(new Session(copy, null, engine.Dialect, cancellationToken));
        }
        catch (StorageException exception)
        {
            return exception.Error;
        }
        catch (Exception exception) when (engine.FaultOf(exception) is { } fault)
        {
            if (File.Exists(partial))
                File.Delete(partial);
            return fault is Fault.Closed
                ? Errors.UserInput("storage.backup.closed", ("file", target))
                : fault.ToError(time);
        }
    }

    public async Task<Outcome<RestoredStorage>> RestoreAsync(string file, CancellationToken cancellationToken)
    {
        var source = Path.GetFullPath(file);
        if (await BackupFile.WrongWithAsync(source, cancellationToken) is { } wrong)
            return wrong;
        try
        {
            engine.CloseIdle();
            var beside = await SetAsideAsync();
            await CopyAsync(source, engine.File);
            await SqliteFile.SetJournalAsync(engine.File, "WAL");
            database.Reopen();
            var status = await database.ReadAsync(StorageReader.ReadAsync, cancellationToken);
            return new RestoredStorage(status, beside);
        }
        catch (StorageException exception)
        {
            return exception.Error;
        }
        catch (Exception exception) when (engine.FaultOf(exception) is { } fault)
        {
            return fault is Fault.Busy ? Errors.Refused("storage.restore.open") : fault.ToError(time);
        }
    }

    /// <summary>Keeps a copy of what is there; leaves the database where it is, held by nobody else.</summary>
    /// <returns>The copy's path; null when there is no database yet.</returns>
    private async Task<string?> SetAsideAsync()
    {
        if (!File.Exists(engine.File))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(engine.File)!);
            return null;
        }
        var moment = time.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var beside = $"{engine.File}.before-{moment}";
        try
        {
            // Leaving WAL mode needs the file for itself: it fails as busy while any process has the database open.
            await SqliteFile.SetJournalAsync(engine.File, "DELETE");
            await CopyAsync(engine.File, beside);
        }
        catch (SqliteException exception) when (engine.FaultOf(exception) is Fault.Damaged)
        {
            // A damaged file cannot be copied page by page: it is put aside as it is.
            foreach (var suffix in (string[])["", "-wal", "-shm"])
                if (File.Exists(engine.File + suffix))
                    File.Move(engine.File + suffix, beside + suffix, overwrite: true);
        }
        return beside;
    }

    private static async Task CopyAsync(string from, string to)
    {
        await using var source = await SqliteFile.OpenAsync(from, SqliteOpenMode.ReadWrite);
        await using (var target = await SqliteFile.OpenAsync(to, SqliteOpenMode.ReadWriteCreate))
            source.BackupDatabase(target);
        // One file without companions, readable from a folder that may not be written.
        await SqliteFile.SetJournalAsync(to, "DELETE");
    }
}
