using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Papers;
using PaperBot.Testing.Contracts;

namespace PaperBot.Tests.Storage;

public sealed class SqlitePaperStoreTests : PaperStoreContract, IAsyncDisposable
{
    private readonly SqliteHome _home = new();

    protected override async ValueTask<IPaperStore> CreateAsync(TimeProvider time) =>
        (await _home.StartAsync(time)).GetRequiredService<IPaperStore>();

    protected override ValueTask<IPaperStore> OpenAgainAsync() => new(_home.Open().GetRequiredService<IPaperStore>());

    public ValueTask DisposeAsync() => _home.DisposeAsync();
}
