using System.Data.Common;
using Microsoft.Extensions.Logging;
using PaperBot.Core.Outcomes;
using PaperBot.Storage.Engines;

namespace PaperBot.Storage.Migrations;

/// <summary>
/// Runs the scripts that the database has not seen, all in one transaction and under a lock, so that of several
/// processes that start at once one does it.
/// </summary>
internal sealed partial class Migrator(TimeProvider time, ILogger<Migrator> logger)
{
    private static int Known => Script.All[^1].Number;

    public async Task RunAsync(Engine engine, DbConnection connection, CancellationToken cancellationToken)
    {
        var reading = new Session(connection, null, engine.Dialect, cancellationToken);
        var number = await SchemaAsync(reading);
        if (number > 0 && (await MissingAsync(reading)).Count == 0)
        {
            RequireKnown(number);
            return;
        }
        if (number == 0)
            await engine.PrepareAsync(connection, cancellationToken);

        await using var transaction = await engine.BeginAsync(connection, cancellationToken);
        var session = new Session(connection, transaction, engine.Dialect, cancellationToken);
        await session.ExecuteAsync(engine.Dialect.MigrationLock);
        await MigrateAsync(session);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>The number of the last script that was run; 0 for a database without our schema.</summary>
    public static async Task<int> SchemaAsync(Session session) =>
        await session.FirstAsync<long>(session.Dialect.HasTable, new { name = "schema_scripts" }) == 0
            ? 0
            : await session.FirstAsync<int>("SELECT coalesce(max(number), 0) FROM schema_scripts");

    /// <exception cref="StorageException">A newer program has written the database.</exception>
    public static void RequireKnown(int number)
    {
        if (number > Known)
            throw new StorageException(Errors.Internal("storage.newer", ("found", number), ("known", Known)));
    }

    /// <summary>
    /// The scripts that were not run. Features number theirs in ranges of their own, so a later program may bring a
    /// script with a smaller number than the last one.
    /// </summary>
    private static async Task<IReadOnlyList<Script>> MissingAsync(Session session)
    {
        var run = (await session.ListAsync<int>("SELECT number FROM schema_scripts")).ToHashSet();
        return [.. Script.All.Where(script => !run.Contains(script.Number))];
    }

    private async Task MigrateAsync(Session session)
    {
        var number = await SchemaAsync(session);
        RequireKnown(number);
        if (number == 0 && await session.FirstAsync<long>(session.Dialect.Foreign) > 0)
            throw new StorageException(Errors.Internal("storage.foreign"));
        foreach (var script in number == 0 ? Script.All : await MissingAsync(session))
        {
            await session.ExecuteAsync(script.Read());
            await session.ExecuteAsync(
                "INSERT INTO schema_scripts (number, name, run_at) VALUES (@Number, @Name, @at)",
                new
                {
                    script.Number,
                    script.Name,
                    at = Instant.Of(time.GetUtcNow()),
                }
            );
            Log.ScriptRun(logger, script.Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Ran the database script {Script}.")]
        public static partial void ScriptRun(ILogger logger, string script);
    }
}
