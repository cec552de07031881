using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Readers;
using PaperBot.Testing.Contracts;

namespace PaperBot.Tests.Storage;

public sealed class SqliteReaderStoreTests : ReaderStoreContract, IAsyncDisposable
{
    private readonly SqliteHome _home = new();

    protected override async ValueTask<(IPaperUseStore Uses, ISavedPaperStore Saved)> CreateAsync(TimeProvider time)
    {
        var process = await _home.StartAsync(time);
        return (process.GetRequiredService<IPaperUseStore>(), process.GetRequiredService<ISavedPaperStore>());
    }

    public ValueTask DisposeAsync() => _home.DisposeAsync();
}
