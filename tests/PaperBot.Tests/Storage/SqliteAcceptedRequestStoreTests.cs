using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Requests;
using PaperBot.Testing.Contracts;

namespace PaperBot.Tests.Storage;

public sealed class SqliteAcceptedRequestStoreTests : AcceptedRequestStoreContract, IAsyncDisposable
{
    private readonly SqliteHome _home = new();

    protected override async ValueTask<IAcceptedRequestStore> CreateAsync(TimeProvider time) =>
        (await _home.StartAsync(time)).GetRequiredService<IAcceptedRequestStore>();

    protected override ValueTask<IAcceptedRequestStore> OpenAgainAsync() =>
        new(_home.Open().GetRequiredService<IAcceptedRequestStore>());

    public ValueTask DisposeAsync() => _home.DisposeAsync();
}
