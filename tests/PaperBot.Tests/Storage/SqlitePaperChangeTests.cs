namespace PaperBot.Tests.Storage;

public sealed class SqlitePaperChangeTests : PaperChangeTests, IAsyncDisposable
{
    protected override StorageHome Home { get; } = new SqliteHome();

    public ValueTask DisposeAsync() => Home.DisposeAsync();
}
