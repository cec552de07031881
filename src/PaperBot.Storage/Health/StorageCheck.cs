using PaperBot.Core.Health;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Texts;
using PaperBot.Storage.Engines;

namespace PaperBot.Storage.Health;

/// <summary>For <c>doctor</c>: can the database be read and written, and is there room?</summary>
internal sealed class StorageCheck(Database database, TimeProvider time) : IHealthCheck
{
    private const double Megabyte = 1_000_000;
    private const long LittleRoom = 200_000_000;

    // The first connection also builds the tables, on a small machine beside other work for many seconds.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    public string Name => "storage";

    public async Task<IReadOnlyList<HealthFinding>> CheckAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Longest, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var status = await database.WriteAsync(WriteAndReadAsync, both.Token);
            var good = Message.Of(
                "storage.check.good",
                ("engine", status.Engine),
                ("schema", status.SchemaVersion),
                ("size", status.Bytes / Megabyte)
            );
            return [new(HealthLevel.Good, good), .. Room()];
        }
        catch (StorageException exception)
        {
            return [new(HealthLevel.Broken, exception.Error.Message)];
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return [new(HealthLevel.Broken, Fault.Unreachable.ToError(time).Message)];
        }
    }

    private static async Task<StorageStatus> WriteAndReadAsync(Session session)
    {
        await Counter.NextAsync(session, Counter.Papers, 0);
        return await StorageReader.ReadAsync(session);
    }

    private IEnumerable<HealthFinding> Room()
    {
        if (database.Engine is not SqliteEngine { File: var file })
            yield break;
        var free = new DriveInfo(Path.GetDirectoryName(file)!).AvailableFreeSpace;
        var message = Message.Of(
            free < LittleRoom ? "storage.check.room" : "storage.check.file",
            ("file", file),
            ("free", free / Megabyte)
        );
        yield return new(free < LittleRoom ? HealthLevel.Notice : HealthLevel.Good, message);
    }
}
