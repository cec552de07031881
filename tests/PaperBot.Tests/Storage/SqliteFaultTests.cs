using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using PaperBot.Core.Health;
using PaperBot.Core.Identity;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Preferences;
using PaperBot.Storage.Conversations;
using PaperBot.Storage.Engines;
using PaperBot.Storage.Migrations;
using PaperBot.Testing.Time;

namespace PaperBot.Tests.Storage;

public sealed class SqliteFaultTests : IAsyncDisposable
{
    private static readonly PreferenceOwner Ada = PreferenceOwner.Of(PersonId.Parse("web:ada"));

    private readonly ManualTimeProvider _clock = new();
    private readonly SqliteHome _home = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_busy_database_is_waited_for()
    {
        var store = (await _home.StartAsync(_clock)).GetRequiredService<IPreferenceStore>();
        await store.WriteAsync(Ada, "zone", "UTC", Token);
        await using var other = new SqliteEngine(_home.File);
        var connection = await other.RentAsync(Token);
        var transaction = await other.BeginAsync(connection, Token);

        var writing = Task.Run(() => store.WriteAsync(Ada, "zone", "Asia/Shanghai", Token), Token);
        await _clock.WhenTimers(1);
        (await store.ReadAsync(Ada, Token))["zone"].ShouldBe("UTC");
        writing.IsCompleted.ShouldBeFalse();
        await transaction.DisposeAsync();
        await other.ReturnAsync(connection, failed: false);
        _clock.Advance(TimeSpan.FromSeconds(1));

        await writing;
        (await store.ReadAsync(Ada, Token))["zone"].ShouldBe("Asia/Shanghai");
    }

    [Fact]
    public async Task A_database_that_stays_busy_is_told()
    {
        await _home.StartAsync(_clock);
        var process = _home.Open(("Storage:RetryFor", "00:00:00"));
        var store = process.GetRequiredService<IPreferenceStore>();
        await store.ReadAsync(Ada, Token);
        await using var other = new SqliteEngine(_home.File);
        var connection = await other.RentAsync(Token);
        await using var transaction = await other.BeginAsync(connection, Token);

        var thrown = await Should.ThrowAsync<StorageException>(() => store.WriteAsync(Ada, "zone", "UTC", Token));

        thrown.Error.Kind.ShouldBe(ErrorKind.UpstreamDown);
        thrown.Error.Message.Key.ShouldBe("error.storage.busy");
        thrown.Error.RetryAt.ShouldNotBeNull().ShouldBeGreaterThan(_clock.GetUtcNow());
        (await store.ReadAsync(Ada, Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_full_disk_is_told_and_reading_goes_on()
    {
        await using var database = new Database(
            new SqliteEngine(_home.File, "PRAGMA max_page_count = 100;"),
            new Migrator(_clock, NullLogger<Migrator>.Instance),
            new Patience(_clock, new Random(1), TimeSpan.Zero)
        );
        var store = new TranscriptStore(database);
        var talk = ConversationId.Parse("web:1");
        await store.AppendAsync(new(talk, "1", "question", "short", null, _clock.GetUtcNow()), Token);

        var thrown = await Should.ThrowAsync<StorageException>(() =>
            store.AppendAsync(new(talk, "2", "question", new string('x', 1_000_000), null, _clock.GetUtcNow()), Token)
        );

        thrown.Error.Message.Key.ShouldBe("error.storage.full");
        (await store.ReadAfterAsync(talk, 0, 10, Token)).ShouldHaveSingleItem().Id.ShouldBe("1");
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_told()
    {
        await File.WriteAllTextAsync(Path.Combine(_home.Folder, "file"), "", Token);
        await _home.StartAsync(_clock);
        var process = _home.Open(("Storage:ConnectionString", Path.Combine(_home.Folder, "file", "paperbot.db")));

        (await ErrorOfAsync(process)).ShouldBe("error.storage.closed");
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_told_and_left_as_it_is()
    {
        var text = new string('x', 5_000);
        await File.WriteAllTextAsync(_home.File, text, Token);

        (await ErrorOfAsync(await _home.StartAsync(_clock))).ShouldBe("error.storage.damaged");
        (await File.ReadAllTextAsync(_home.File, Token)).ShouldBe(text);
    }

    [Fact]
    public async Task A_database_of_another_program_is_left_as_it_is()
    {
        await RunAsync("CREATE TABLE papers (x TEXT)");
        var before = await File.ReadAllBytesAsync(_home.File, Token);

        (await ErrorOfAsync(await _home.StartAsync(_clock))).ShouldBe("error.storage.foreign");
        await _home.StopAsync();
        (await File.ReadAllBytesAsync(_home.File, Token)).ShouldBe(before);
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused()
    {
        await (await _home.StartAsync(_clock)).GetRequiredService<IStorageStatus>().ReadAsync(Token);
        await RunAsync("INSERT INTO schema_scripts (number, name, run_at) VALUES (9000, '9000-later.sql', 0)");

        var process = _home.Open();

        (await ErrorOfAsync(process)).ShouldBe("error.storage.newer");
    }

    [Fact]
    public async Task Who_gives_up_waiting_is_let_go()
    {
        var store = (await _home.StartAsync(_clock)).GetRequiredService<IPreferenceStore>();
        await store.ReadAsync(Ada, Token);
        await using var other = new SqliteEngine(_home.File);
        var connection = await other.RentAsync(Token);
        await using var transaction = await other.BeginAsync(connection, Token);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var writing = Task.Run(() => store.WriteAsync(Ada, "zone", "UTC", patience.Token), Token);
        await _clock.WhenTimers(1);

        await patience.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => writing);
    }

    public ValueTask DisposeAsync() => _home.DisposeAsync();

    private static async Task<string> ErrorOfAsync(IServiceProvider process) =>
        (await process.GetRequiredService<IStorageStatus>().ReadAsync(Token)).Error.Message.Key;

    private async Task RunAsync(string sql)
    {
        await using var engine = new SqliteEngine(_home.File);
        var connection = await engine.RentAsync(Token);
        await new Session(connection, null, engine.Dialect, Token).ExecuteAsync(sql);
        await engine.ReturnAsync(connection, failed: false);
    }
}
