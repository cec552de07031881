namespace PaperBot.Tests.Storage;

public sealed class SqlitePersonalDataTests : PersonalDataTests, IAsyncDisposable
{
    protected override StorageHome Home { get; } = new SqliteHome();

    protected override string ColumnsNamedPerson =>
        "SELECT m.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' AND c.name = 'person'";

    public ValueTask DisposeAsync() => Home.DisposeAsync();
}
