using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Articles;
using PaperBot.Testing.Contracts;

namespace PaperBot.Tests.Storage;

public sealed class SqliteBlogStoreTests : BlogStoreContract, IAsyncDisposable
{
    private readonly SqliteHome _home = new();

    protected override async ValueTask<(IBlogStore Blogs, IArticleStore Articles)> CreateAsync(TimeProvider time)
    {
        var services = await _home.StartAsync(time);
        return (services.GetRequiredService<IBlogStore>(), services.GetRequiredService<IArticleStore>());
    }

    public ValueTask DisposeAsync() => _home.DisposeAsync();
}
