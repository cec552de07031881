using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Articles;
using PaperBot.Testing.Contracts;

namespace PaperBot.Tests.Storage;

public sealed class PostgresArticleStoreTests(PostgresHome home) : ArticleStoreContract, IClassFixture<PostgresHome>
{
    protected override async ValueTask<IArticleStore> CreateAsync(TimeProvider time) =>
        (await home.StartAsync(time)).GetRequiredService<IArticleStore>();

    protected override ValueTask<IArticleStore> OpenAgainAsync() =>
        new(home.Open().GetRequiredService<IArticleStore>());
}
