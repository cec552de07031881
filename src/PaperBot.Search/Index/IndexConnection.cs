using System.Globalization;
using Microsoft.Data.Sqlite;

namespace PaperBot.Search.Index;

/// <summary>One connection to an index's file, with short ways to run SQL.</summary>
internal sealed class IndexConnection : IDisposable
{
    /// <summary>Another layout of the file: what is there is thrown away and made again.</summary>
    private const int Layout = 5;

    private const string Schema = """
        CREATE TABLE IF NOT EXISTS documents (
            id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, length INTEGER NOT NULL,
            source TEXT NOT NULL, tags TEXT NOT NULL, day INTEGER
        );
        CREATE TABLE IF NOT EXISTS lists (id INTEGER PRIMARY KEY, codes BLOB NOT NULL);
        CREATE TABLE IF NOT EXISTS words (word TEXT PRIMARY KEY) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS state (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
        CREATE VIRTUAL TABLE IF NOT EXISTS terms USING fts5 (
            title, tags, headings, body, comments,
            content = '', contentless_delete = 1,
            tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co'"
        );
        INSERT INTO terms (terms, rank) VALUES ('hashsize', 16777216);
        """;

    private readonly SqliteConnection _connection;

    public IndexConnection(string path)
    {
        _connection = new(
            new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Pooling = false,
                DefaultTimeout = 30,
            }.ToString()
        );
        _connection.Open();
        Run(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32768; PRAGMA wal_autocheckpoint = 8000;"
        );
    }

    /// <summary>Makes the tables; true when the file has another layout and must be made anew.</summary>
    public bool IsForeign()
    {
        var layout = Number("PRAGMA user_version");
        if (layout != 0 && layout != Layout)
            return true;
        Run(Schema);
        Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {Layout}"));
        return false;
    }

    /// <summary>Begins to write at once, waiting for another process that writes.</summary>
    public SqliteTransaction BeginWriting() => _connection.BeginTransaction(deferred: false);

    public SqliteCommand Command(string sql, params (string Name, object? Value)[] values)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }

    public long Number(string sql, params (string Name, object? Value)[] values)
    {
        using var command = Command(sql, values);
        return command.ExecuteScalar() is long number ? number : 0;
    }

    public void Run(string sql, params (string Name, object? Value)[] values)
    {
        using var command = Command(sql, values);
        command.ExecuteNonQuery();
    }

    public void Dispose() => _connection.Dispose();
}
