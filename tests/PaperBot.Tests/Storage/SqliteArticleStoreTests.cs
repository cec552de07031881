using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Articles;
using PaperBot.Testing.Contracts;

namespace PaperBot.Tests.Storage;

public sealed class SqliteArticleStoreTests : ArticleStoreContract, IAsyncDisposable
{
    private readonly SqliteHome _home = new();

    protected override async ValueTask<IArticleStore> CreateAsync(TimeProvider time) =>
        (await _home.StartAsync(time)).GetRequiredService<IArticleStore>();

    protected override ValueTask<IArticleStore> OpenAgainAsync() =>
        new(_home.Open().GetRequiredService<IArticleStore>());

    public ValueTask DisposeAsync() => _home.DisposeAsync();
}
