namespace PaperBot.Tests.Storage;

public sealed class SqliteHealthTests : StorageHealthTests, IAsyncDisposable
{
    protected override StorageHome Home { get; } = new SqliteHome();

    protected override string Engine => "SQLite";

    public ValueTask DisposeAsync() => Home.DisposeAsync();
}
