using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Models;
using PaperBot.Testing.Contracts;

namespace PaperBot.Tests.Storage;

public sealed class SqliteAnswerStoreTests : AnswerStoreContract, IAsyncDisposable
{
    private readonly SqliteHome _home = new();

    protected override async ValueTask<IAnswerStore> CreateAsync(TimeProvider time) =>
        (await _home.StartAsync(time)).GetRequiredService<IAnswerStore>();

    public ValueTask DisposeAsync() => _home.DisposeAsync();
}
