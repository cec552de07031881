using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Requests;
using PaperBot.Testing.Contracts;

namespace PaperBot.Tests.Storage;

public sealed class PostgresAcceptedRequestStoreTests(PostgresHome home)
    : AcceptedRequestStoreContract,
        IClassFixture<PostgresHome>
{
    protected override async ValueTask<IAcceptedRequestStore> CreateAsync(TimeProvider time) =>
        (await home.StartAsync(time)).GetRequiredService<IAcceptedRequestStore>();

    protected override ValueTask<IAcceptedRequestStore> OpenAgainAsync() =>
        new(home.Open().GetRequiredService<IAcceptedRequestStore>());
}
