using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Documents;
using PaperBot.Testing.Contracts;

namespace PaperBot.Tests.Storage;

public sealed class SqliteDocumentStoreTests : DocumentStoreContract, IAsyncDisposable
{
    private readonly SqliteHome _home = new();

    protected override async ValueTask<IDocumentStore> CreateAsync() =>
        (await _home.StartAsync(TimeProvider.System)).GetRequiredService<IDocumentStore>();

    public ValueTask DisposeAsync() => _home.DisposeAsync();
}
