using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Health;
using PaperBot.Core.Identity;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Preferences;
using PaperBot.Storage.Engines;

namespace PaperBot.Tests.Storage;

public sealed class PostgresFaultTests(PostgresHome home) : IClassFixture<PostgresHome>
{
    private const string EndConnections =
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        + "WHERE application_name = 'paperbot' AND datname = current_database()";

    private static readonly PreferenceOwner Ada = PreferenceOwner.Of(PersonId.Parse("web:ada"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_that_does_not_answer_is_told()
    {
        await home.StartAsync(TimeProvider.System);
        var process = home.Open(
            ("Storage:ConnectionString", "Host=127.0.0.1;Port=1;Username=x;Database=x"),
            ("Storage:RetryFor", "00:00:00")
        );

        var status = await process.GetRequiredService<IStorageStatus>().ReadAsync(Token);

        status.Error.Message.Key.ShouldBe("error.storage.unreachable");
        status.Error.Kind.ShouldBe(ErrorKind.UpstreamDown);
        status.Error.RetryAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_database_that_does_not_exist_is_told()
    {
        await home.StartAsync(TimeProvider.System);
        var process = home.Open(
            (
                "Storage:ConnectionString",
                home.ConnectionString.Replace("Database=", "Database=no", StringComparison.Ordinal)
            )
        );

        (await process.GetRequiredService<IStorageStatus>().ReadAsync(Token)).Error.Message.Key.ShouldBe(
            "error.storage.closed"
        );
    }

    [Fact]
    public async Task A_connection_that_the_server_ended_is_replaced()
    {
        var store = (await home.StartAsync(TimeProvider.System)).GetRequiredService<IPreferenceStore>();
        await store.WriteAsync(Ada, "zone", "UTC", Token);

        await home.SqlAsync(EndConnections);

        await store.WriteAsync(Ada, "zone", "Asia/Shanghai", Token);
        (await store.ReadAsync(Ada, Token))["zone"].ShouldBe("Asia/Shanghai");
    }

    [Fact]
    public async Task A_write_whose_commit_nobody_confirmed_is_not_done_again()
    {
        var database = (await home.StartAsync(TimeProvider.System)).GetRequiredService<Database>();
        await database.OpenAsync(Token);
        var runs = 0;

        var thrown = await Should.ThrowAsync<StorageException>(() =>
            database.WriteAsync(
                async session =>
                {
                    runs++;
                    await session.ExecuteAsync("UPDATE counters SET value = value + 1");
                    await home.SqlAsync(EndConnections);
                    return true;
                },
                Token
            )
        );

        thrown.Error.Message.Key.ShouldBe("error.storage.unreachable");
        runs.ShouldBe(1);
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused()
    {
        await (await home.StartAsync(TimeProvider.System)).GetRequiredService<IStorageStatus>().ReadAsync(Token);
        await home.SqlAsync("INSERT INTO schema_scripts (number, name, run_at) VALUES (9000, '9000-later.sql', 0)");

        var status = await home.Open().GetRequiredService<IStorageStatus>().ReadAsync(Token);

        status.Error.Message.Key.ShouldBe("error.storage.newer");
    }

    [Fact]
    public async Task Backup_and_restore_name_the_tools_of_PostgreSQL()
    {
        var backup = (await home.StartAsync(TimeProvider.System)).GetRequiredService<IStorageBackup>();

        (await backup.BackupAsync("x", Token)).Error.Message.Key.ShouldBe("error.storage.backup.postgres");
        (await backup.RestoreAsync("x", Token)).Error.Message.Key.ShouldBe("error.storage.restore.postgres");
    }
}
