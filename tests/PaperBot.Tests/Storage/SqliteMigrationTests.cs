using PaperBot.Storage.Engines;

namespace PaperBot.Tests.Storage;

public sealed class SqliteMigrationTests : MigrationTests, IAsyncDisposable
{
    private readonly SqliteHome _home = new();

    protected override StorageHome Home => _home;

    protected override string Engine => "sqlite";

    protected override string Schema =>
        "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_master ORDER BY 1";

    [Fact]
    public async Task The_file_is_in_WAL_mode_and_is_known_as_PaperBots()
    {
        var process = await _home.StartAsync(TimeProvider.System);
        await using var engine = new SqliteEngine(_home.File);
        await ((Database)process.GetService(typeof(Database))!).OpenAsync(Token);
        var connection = await engine.RentAsync(Token);
        var session = new Session(connection, null, engine.Dialect, Token);

        (await session.FirstAsync<string>("PRAGMA journal_mode")).ShouldBe("wal");
        (await session.FirstAsync<int>("PRAGMA application_id")).ShouldBe(SqliteCode.ApplicationId);
        (await session.FirstAsync<int>("PRAGMA synchronous")).ShouldBe(1);
        (await session.FirstAsync<int>("PRAGMA busy_timeout")).ShouldBe(1000);
        await engine.ReturnAsync(connection, failed: false);
    }

    [Fact]
    public async Task When_the_last_process_ends_one_file_remains()
    {
        var process = await _home.StartAsync(TimeProvider.System);
        await ((Database)process.GetService(typeof(Database))!).OpenAsync(Token);
        Directory.GetFiles(_home.Folder).Length.ShouldBeGreaterThan(1);

        await _home.StopAsync();

        Directory.GetFiles(_home.Folder).ShouldBe([_home.File]);
    }

    protected override async Task LoadAsync(string file)
    {
        await Home.StopAsync();
        File.Delete(_home.File);
        await using var engine = new SqliteEngine(_home.File);
        var connection = await engine.RentAsync(Token);
        var script = await File.ReadAllTextAsync(file, Token);
        await new Session(connection, null, engine.Dialect, Token).ExecuteAsync(script);
        await engine.ReturnAsync(connection, failed: false);
    }

    public ValueTask DisposeAsync() => _home.DisposeAsync();
}
