using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Queues;
using PaperBot.Testing.Contracts;

namespace PaperBot.Tests.Storage;

public sealed class PostgresSlotStoreTests(PostgresHome home) : SlotStoreContract, IClassFixture<PostgresHome>
{
    protected override async ValueTask<ISlotStore> CreateAsync(TimeProvider time) =>
        (await home.StartAsync(time)).GetRequiredService<ISlotStore>();

    protected override ValueTask<ISlotStore> OpenAgainAsync() => new(home.Open().GetRequiredService<ISlotStore>());
}
