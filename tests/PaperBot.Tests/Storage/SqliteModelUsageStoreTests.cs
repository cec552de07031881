using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Models;
using PaperBot.Testing.Contracts;

namespace PaperBot.Tests.Storage;

public sealed class SqliteModelUsageStoreTests : ModelUsageStoreContract, IAsyncDisposable
{
    private readonly SqliteHome _home = new();

    protected override async ValueTask<IModelUsageStore> CreateAsync() =>
        (await _home.StartAsync(TimeProvider.System)).GetRequiredService<IModelUsageStore>();

    public ValueTask DisposeAsync() => _home.DisposeAsync();
}
