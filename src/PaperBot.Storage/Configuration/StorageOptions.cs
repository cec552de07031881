namespace PaperBot.Storage.Configuration;

/// <summary>Where everything that must survive is kept, and for how long.</summary>
public sealed class StorageOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Storage";

    /// <summary>
    /// <c>Data Source=…</c> or a file's path is SQLite; <c>Host=…</c> or <c>postgres://…</c> is PostgreSQL. Default: the
    /// SQLite file <c>paperbot.db</c> in <see cref="Directory"/>.
    /// </summary>
    public string? ConnectionString { get; set; }

    /// <summary>The folder of the default database, created when it is missing. Default <c>data</c>.</summary>
    public string Directory { get; set; } = "data";

    /// <summary>How long a busy, full or unreachable database is tried again before it is said. Default 10 s.</summary>
    public TimeSpan RetryFor { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>For how long what belongs to persons is kept.</summary>
    public KeepOptions Keep { get; set; } = new();
}
