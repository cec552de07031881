using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Conversations;
using PaperBot.Testing.Contracts;

namespace PaperBot.Tests.Storage;

public sealed class SqliteShortLineStoreTests : ShortLineStoreContract, IAsyncDisposable
{
    private readonly SqliteHome _home = new();

    protected override async ValueTask<IShortLineStore> CreateAsync(TimeProvider time) =>
        (await _home.StartAsync(time)).GetRequiredService<IShortLineStore>();

    protected override ValueTask<IShortLineStore> OpenAgainAsync() =>
        new(_home.Open().GetRequiredService<IShortLineStore>());

    public ValueTask DisposeAsync() => _home.DisposeAsync();
}
