using Microsoft.Data.Sqlite;
using PaperBot.Core.Outcomes;
using PaperBot.Storage.Engines;
using PaperBot.Storage.Migrations;

namespace PaperBot.Storage.Backups;

/// <summary>Looks at a file before it may become the database.</summary>
internal static class BackupFile
{
    /// <returns>What is wrong with it; null when it may be restored.</returns>
    public static async Task<Error?> WrongWithAsync(string file, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
            return Errors.UserInput("storage.restore.missing", ("file", file));
        try
        {
            await using var connection = await SqliteFile.OpenAsync(file, SqliteOpenMode.ReadOnly);
            var session = new Session(connection, null, Dialect.Sqlite, cancellationToken);
            if (await session.FirstAsync<int>("PRAGMA application_id") != SqliteCode.ApplicationId)
                return Errors.UserInput("storage.restore.foreign", ("file", file));
            var schema = await Migrator.SchemaAsync(session);
            if (schema == 0)
                return Errors.UserInput("storage.restore.foreign", ("file", file));
            Migrator.RequireKnown(schema);
            var check = await session.FirstAsync<string>("PRAGMA quick_check(1)");
            return check == "ok" ? null : Errors.UserInput("storage.restore.damaged", ("file", file));
        }
        catch (SqliteException exception)
            when (exception.SqliteErrorCode is SqliteCode.NotADatabase or SqliteCode.Corrupt)
        {
            return exception.SqliteErrorCode == SqliteCode.NotADatabase
                ? Errors.UserInput("storage.restore.foreign", ("file", file))
                : Errors.UserInput("storage.restore.damaged", ("file", file));
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == SqliteCode.CantOpen)
        {
            return Errors.UserInput("storage.restore.missing", ("file", file));
        }
        catch (StorageException exception)
        {
            return exception.Error;
        }
    }
}
