namespace PaperBot.Tests.Storage;

/// <summary>A SQLite file in a temporary folder.</summary>
public sealed class SqliteHome : StorageHome
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("paperbot-").FullName;

    public string File => Path.Combine(Folder, "paperbot.db");

    public override string ConnectionString => $"Data Source={File}";

    protected override Task EmptyAsync() => Task.CompletedTask;

    protected override ValueTask CleanAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return default;
    }
}
