using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Papers;
using PaperBot.Testing.Contracts;

namespace PaperBot.Tests.Storage;

public sealed class PostgresPaperStoreTests(PostgresHome home) : PaperStoreContract, IClassFixture<PostgresHome>
{
    protected override async ValueTask<IPaperStore> CreateAsync(TimeProvider time) =>
        (await home.StartAsync(time)).GetRequiredService<IPaperStore>();

    protected override ValueTask<IPaperStore> OpenAgainAsync() => new(home.Open().GetRequiredService<IPaperStore>());
}
