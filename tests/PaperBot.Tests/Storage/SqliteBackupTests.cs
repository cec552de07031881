using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Health;
using PaperBot.Core.Identity;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Preferences;
using PaperBot.Storage.Engines;
using PaperBot.Storage.Migrations;
using PaperBot.Testing.Time;

namespace PaperBot.Tests.Storage;

public sealed class SqliteBackupTests : IAsyncDisposable
{
    private static readonly PreferenceOwner Ada = PreferenceOwner.Of(PersonId.Parse("web:ada"));

    private readonly ManualTimeProvider _clock = new();
    private readonly SqliteHome _home = new();

    private string File1 => Path.Combine(_home.Folder, "backups", "one.db");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_backup_is_one_file_of_one_moment_and_can_be_restored()
    {
        var process = await _home.StartAsync(_clock);
        var store = process.GetRequiredService<IPreferenceStore>();
        await store.WriteAsync(Ada, "zone", "UTC", Token);

        var status = (await Backup(process).BackupAsync(File1, Token)).Value;

        status.SchemaVersion.ShouldBe(Script.All[^1].Number);
        Directory.GetFiles(Path.GetDirectoryName(File1)!).ShouldBe([File1]);
        await store.WriteAsync(Ada, "zone", "Asia/Shanghai", Token);
        await _home.StopAsync();

        process = _home.Open();
        var restored = (await Backup(process).RestoreAsync(File1, Token)).Value;

        restored.Status.SchemaVersion.ShouldBe(Script.All[^1].Number);
        (await ZoneAsync(process)).ShouldBe("UTC");
        restored.KeptBeside.ShouldBe(_home.File + ".before-20260105T120000Z");
        await _home.StopAsync();
        process = _home.Open(("Storage:ConnectionString", restored.KeptBeside!));
        (await ZoneAsync(process)).ShouldBe("Asia/Shanghai");
    }

    [Fact]
    public async Task A_backup_is_made_while_others_write()
    {
        var store = (await _home.StartAsync(TimeProvider.System)).GetRequiredService<IPreferenceStore>();
        await store.WriteAsync(Ada, "0", "0", Token);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var writing = Task.Run(
            async () =>
            {
                for (var i = 1; !stop.IsCancellationRequested; i++)
                    await store.WriteAsync(Ada, i.ToString(CultureInfo.InvariantCulture), "x", Token);
            },
            Token
        );

        var status = await Backup(_home.Open()).BackupAsync(File1, Token);
        await stop.CancelAsync();
        await writing;

        status.IsOk.ShouldBeTrue();
        var copy = _home.Open(("Storage:ConnectionString", File1));
        var names = (await copy.GetRequiredService<IPreferenceStore>().ReadAsync(Ada, Token)).Keys.ToHashSet();
        Enumerable.Range(0, names.Count).ShouldAllBe(i => names.Contains(i.ToString(CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task An_existing_file_is_not_overwritten()
    {
        var process = await _home.StartAsync(_clock);
        var file = Path.Combine(_home.Folder, "other.txt");
        await File.WriteAllTextAsync(file, "mine", Token);

        (await Backup(process).BackupAsync(file, Token)).Error.Message.Key.ShouldBe("error.storage.backup.exists");
        (await Backup(process).BackupAsync(Path.Combine(file, "x.db"), Token)).Error.Message.Key.ShouldBe(
            "error.storage.backup.closed"
        );
        (await File.ReadAllTextAsync(file, Token)).ShouldBe("mine");
    }

    [Fact]
    public async Task Nothing_is_restored_while_another_process_has_the_database_open()
    {
        var running = await _home.StartAsync(_clock);
        await running.GetRequiredService<IPreferenceStore>().WriteAsync(Ada, "zone", "UTC", Token);
        await Backup(running).BackupAsync(File1, Token);
        await running.GetRequiredService<IPreferenceStore>().WriteAsync(Ada, "zone", "Asia/Shanghai", Token);

        var refused = await Backup(_home.Open()).RestoreAsync(File1, Token);

        refused.Error.Kind.ShouldBe(ErrorKind.Refused);
        refused.Error.Message.Key.ShouldBe("error.storage.restore.open");
        (await ZoneAsync(running)).ShouldBe("Asia/Shanghai");
        await running.GetRequiredService<IPreferenceStore>().WriteAsync(Ada, "zone", "Europe/Vienna", Token);
        (await ZoneAsync(running)).ShouldBe("Europe/Vienna");
    }

    [Fact]
    public async Task Only_a_whole_database_of_PaperBot_and_a_known_schema_is_restored()
    {
        var process = await _home.StartAsync(_clock);
        await process.GetRequiredService<IPreferenceStore>().WriteAsync(Ada, "zone", "UTC", Token);
        var text = Path.Combine(_home.Folder, "text.db");
        await File.WriteAllTextAsync(text, new string('x', 10_000), Token);
        var foreign = Path.Combine(_home.Folder, "foreign.db");
        await RunAsync(foreign, "CREATE TABLE schema_scripts (number BIGINT); INSERT INTO schema_scripts VALUES (1)");
        var newer = Path.Combine(_home.Folder, "newer.db");
        await Backup(process).BackupAsync(newer, Token);
        await RunAsync(newer, "INSERT INTO schema_scripts (number, name, run_at) VALUES (9000, 'x', 0)");
        var cut = Path.Combine(_home.Folder, "cut.db");
        await Backup(process).BackupAsync(cut, Token);
        var bytes = await File.ReadAllBytesAsync(cut, Token);
        await File.WriteAllBytesAsync(cut, bytes[..(bytes.Length / 2)], Token);
        await _home.StopAsync();
        process = _home.Open();

        (await KeyAsync(Path.Combine(_home.Folder, "none.db"))).ShouldBe("error.storage.restore.missing");
        (await KeyAsync(text)).ShouldBe("error.storage.restore.foreign");
        (await KeyAsync(foreign)).ShouldBe("error.storage.restore.foreign");
        (await KeyAsync(newer)).ShouldBe("error.storage.newer");
        (await KeyAsync(cut)).ShouldBe("error.storage.restore.damaged");
        (await ZoneAsync(process)).ShouldBe("UTC");

        async Task<string> KeyAsync(string file) => (await Backup(process).RestoreAsync(file, Token)).Error.Message.Key;
    }

    [Fact]
    public async Task A_damaged_database_is_put_aside_for_the_backup()
    {
        var process = await _home.StartAsync(_clock);
        await process.GetRequiredService<IPreferenceStore>().WriteAsync(Ada, "zone", "UTC", Token);
        await Backup(process).BackupAsync(File1, Token);
        await _home.StopAsync();
        await File.WriteAllTextAsync(_home.File, new string('x', 10_000), Token);
        process = _home.Open();

        var restored = (await Backup(process).RestoreAsync(File1, Token)).Value;

        (await ZoneAsync(process)).ShouldBe("UTC");
        (await File.ReadAllTextAsync(restored.KeptBeside!, Token)).ShouldStartWith("xxx");
    }

    [Fact]
    public async Task A_backup_can_be_restored_where_no_database_is_yet()
    {
        var process = await _home.StartAsync(_clock);
        await process.GetRequiredService<IPreferenceStore>().WriteAsync(Ada, "zone", "UTC", Token);
        await Backup(process).BackupAsync(File1, Token);
        process = _home.Open(("Storage:ConnectionString", Path.Combine(_home.Folder, "new", "paperbot.db")));

        var restored = (await Backup(process).RestoreAsync(File1, Token)).Value;

        restored.KeptBeside.ShouldBeNull();
        (await ZoneAsync(process)).ShouldBe("UTC");
    }

    public ValueTask DisposeAsync() => _home.DisposeAsync();

    private static IStorageBackup Backup(IServiceProvider process) => process.GetRequiredService<IStorageBackup>();

    private static async Task<string> ZoneAsync(IServiceProvider process) =>
        (await process.GetRequiredService<IPreferenceStore>().ReadAsync(Ada, Token))["zone"];

    private static async Task RunAsync(string file, string sql)
    {
        await using var engine = new SqliteEngine(file);
        var connection = await engine.RentAsync(Token);
        await new Session(connection, null, engine.Dialect, Token).ExecuteAsync(sql);
        await engine.ReturnAsync(connection, failed: false);
    }
}
