using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Articles;
using PaperBot.Testing.Contracts;

namespace PaperBot.Tests.Storage;

public sealed class PostgresBlogStoreTests(PostgresHome home) : BlogStoreContract, IClassFixture<PostgresHome>
{
    protected override async ValueTask<(IBlogStore Blogs, IArticleStore Articles)> CreateAsync(TimeProvider time)
    {
        var services = await home.StartAsync(time);
        return (services.GetRequiredService<IBlogStore>(), services.GetRequiredService<IArticleStore>());
    }
}
