using PaperBot.Core.Health;
using PaperBot.Core.Outcomes;
using PaperBot.Storage.Engines;
using PaperBot.Storage.Migrations;

namespace PaperBot.Storage.Health;

internal sealed class StorageReader(Database database) : IStorageStatus
{
    public async Task<Outcome<StorageStatus>> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await database.ReadAsync(ReadAsync, cancellationToken);
        }
        catch (StorageException exception)
        {
            return exception.Error;
        }
    }

    public static async Task<StorageStatus> ReadAsync(Session session)
    {
        var version = await session.FirstAsync<string>(session.Dialect.Version);
        var bytes = await session.FirstAsync<long>(session.Dialect.Bytes);
        return new($"{session.Dialect.Name} {version}", await Migrator.SchemaAsync(session), bytes);
    }
}
