using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Models;
using PaperBot.Testing.Contracts;

namespace PaperBot.Tests.Storage;

public sealed class PostgresModelUsageStoreTests(PostgresHome home)
    : ModelUsageStoreContract,
        IClassFixture<PostgresHome>
{
    protected override async ValueTask<IModelUsageStore> CreateAsync() =>
        (await home.StartAsync(TimeProvider.System)).GetRequiredService<IModelUsageStore>();
}
