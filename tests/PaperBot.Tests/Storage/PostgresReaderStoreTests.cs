using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Readers;
using PaperBot.Testing.Contracts;

namespace PaperBot.Tests.Storage;

public sealed class PostgresReaderStoreTests(PostgresHome home) : ReaderStoreContract, IClassFixture<PostgresHome>
{
    protected override async ValueTask<(IPaperUseStore Uses, ISavedPaperStore Saved)> CreateAsync(TimeProvider time)
    {
        var process = await home.StartAsync(time);
        return (process.GetRequiredService<IPaperUseStore>(), process.GetRequiredService<ISavedPaperStore>());
    }
}
