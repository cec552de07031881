namespace PaperBot.Core.Health;

/// <summary>How the database stands.</summary>
/// <param name="Engine"><c>SQLite 3.50.4</c>, <c>PostgreSQL 15.18</c>.</param>
/// <param name="SchemaVersion">The number of the last script that was run.</param>
/// <param name="Bytes">Its size.</param>
public sealed record StorageStatus(string Engine, int SchemaVersion, long Bytes);
