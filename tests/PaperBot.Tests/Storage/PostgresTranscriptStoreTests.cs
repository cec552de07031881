using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Conversations;
using PaperBot.Testing.Contracts;

namespace PaperBot.Tests.Storage;

public sealed class PostgresTranscriptStoreTests(PostgresHome home)
    : TranscriptStoreContract,
        IClassFixture<PostgresHome>
{
    protected override async ValueTask<ITranscriptStore> CreateAsync(TimeProvider time) =>
        (await home.StartAsync(time)).GetRequiredService<ITranscriptStore>();

    protected override ValueTask<ITranscriptStore> OpenAgainAsync() =>
        new(home.Open().GetRequiredService<ITranscriptStore>());
}
