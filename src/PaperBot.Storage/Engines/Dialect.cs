namespace PaperBot.Storage.Engines;

/// <summary>All that differs between the SQL of the two engines.</summary>
internal sealed record Dialect
{
    public static readonly Dialect Sqlite = new()
    {
        Name = "SQLite",
        // One writer at a time: a write transaction begins by taking the lock (BEGIN IMMEDIATE).
        ForUpdate = "",
        SkipLocked = "",
        MigrationLock = "SELECT 1",
        HasTable = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = @name",
        Foreign = "SELECT count(*) FROM sqlite_master",
        Version = "SELECT sqlite_version()",
        Bytes = "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()",
    };

    public static readonly Dialect Postgres = new()
    {
        Name = "PostgreSQL",
        ForUpdate = " FOR UPDATE",
        SkipLocked = " FOR UPDATE SKIP LOCKED",
        // The number only has to be this program's own.
        MigrationLock = "SELECT pg_advisory_xact_lock(7211065433)",
        HasTable = "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema() AND tablename = @name",
        // Other programs may share the database.
        Foreign = "SELECT 0",
        Version = "SELECT split_part(current_setting('server_version'), ' ', 1)",
        Bytes = "SELECT pg_database_size(current_database())",
    };

    public required string Name { get; init; }

    /// <summary>Ends a SELECT whose rows are changed next.</summary>
    public required string ForUpdate { get; init; }

    /// <summary>Ends a SELECT that passes over rows which another process is taking.</summary>
    public required string SkipLocked { get; init; }

    /// <summary>Inside a transaction: waits until no other process migrates.</summary>
    public required string MigrationLock { get; init; }

    public required string HasTable { get; init; }

    /// <summary>In a database without our schema: more than 0 when it belongs to another program.</summary>
    public required string Foreign { get; init; }

    public required string Version { get; init; }

    public required string Bytes { get; init; }
}
