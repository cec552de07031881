using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Conversations;
using PaperBot.Testing.Contracts;

namespace PaperBot.Tests.Storage;

public sealed class SqliteTranscriptStoreTests : TranscriptStoreContract, IAsyncDisposable
{
    private readonly SqliteHome _home = new();

    protected override async ValueTask<ITranscriptStore> CreateAsync(TimeProvider time) =>
        (await _home.StartAsync(time)).GetRequiredService<ITranscriptStore>();

    protected override ValueTask<ITranscriptStore> OpenAgainAsync() =>
        new(_home.Open().GetRequiredService<ITranscriptStore>());

    public ValueTask DisposeAsync() => _home.DisposeAsync();
}
