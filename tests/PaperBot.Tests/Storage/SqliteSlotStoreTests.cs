using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Queues;
using PaperBot.Testing.Contracts;

namespace PaperBot.Tests.Storage;

public sealed class SqliteSlotStoreTests : SlotStoreContract, IAsyncDisposable
{
    private readonly SqliteHome _home = new();

    protected override async ValueTask<ISlotStore> CreateAsync(TimeProvider time) =>
        (await _home.StartAsync(time)).GetRequiredService<ISlotStore>();

    protected override ValueTask<ISlotStore> OpenAgainAsync() => new(_home.Open().GetRequiredService<ISlotStore>());

    public ValueTask DisposeAsync() => _home.DisposeAsync();
}
