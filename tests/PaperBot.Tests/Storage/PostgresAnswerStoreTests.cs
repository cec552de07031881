using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Models;
using PaperBot.Testing.Contracts;

namespace PaperBot.Tests.Storage;

public sealed class PostgresAnswerStoreTests(PostgresHome home) : AnswerStoreContract, IClassFixture<PostgresHome>
{
    protected override async ValueTask<IAnswerStore> CreateAsync(TimeProvider time) =>
        (await home.StartAsync(time)).GetRequiredService<IAnswerStore>();
}
