using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Documents;
using PaperBot.Testing.Contracts;

namespace PaperBot.Tests.Storage;

public sealed class PostgresDocumentStoreTests(PostgresHome home) : DocumentStoreContract, IClassFixture<PostgresHome>
{
    protected override async ValueTask<IDocumentStore> CreateAsync() =>
        (await home.StartAsync(TimeProvider.System)).GetRequiredService<IDocumentStore>();
}
