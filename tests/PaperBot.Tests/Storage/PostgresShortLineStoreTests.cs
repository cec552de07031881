using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Conversations;
using PaperBot.Testing.Contracts;

namespace PaperBot.Tests.Storage;

public sealed class PostgresShortLineStoreTests(PostgresHome home) : ShortLineStoreContract, IClassFixture<PostgresHome>
{
    protected override async ValueTask<IShortLineStore> CreateAsync(TimeProvider time) =>
        (await home.StartAsync(time)).GetRequiredService<IShortLineStore>();

    protected override ValueTask<IShortLineStore> OpenAgainAsync() =>
        new(home.Open().GetRequiredService<IShortLineStore>());
}
