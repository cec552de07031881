using Dapper;
using Microsoft.Data.Sqlite;
using PaperBot.Storage.Engines;

namespace PaperBot.Storage.Backups;

/// <summary>A database file apart from the stores.</summary>
internal static class SqliteFile
{
    public static async Task<SqliteConnection> OpenAsync(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = file,
                Mode = mode,
                Pooling = false,
                DefaultTimeout = 1,
            }.ConnectionString
        );
        try
        {
            await connection.OpenAsync();
            await connection.ExecuteAsync("PRAGMA busy_timeout = 1000");
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <exception cref="SqliteException">Busy: somebody else has it open.</exception>
    public static async Task SetJournalAsync(string file, string mode)
    {
        await using var connection = await OpenAsync(file, SqliteOpenMode.ReadWrite);
        var now = await connection.ExecuteScalarAsync<string>($"PRAGMA journal_mode = {mode}");
        if (!mode.Equals(now, StringComparison.OrdinalIgnoreCase))
            throw new SqliteException($"The journal mode stays {now}.", SqliteCode.Busy);
    }
}
