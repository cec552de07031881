using PaperBot.Core.Articles;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Queues;

namespace PaperBot.Testing.Articles;

/// <summary>A bot without a blog: no article, no source, and nothing that reads any.</summary>
public sealed class NoArticles : IArticleStore, IBlogStore, IBlogReader
{
    private static readonly ArticlePage Nothing = new([], 0);

    public Task<IReadOnlyList<Article>> FindAsync(
        IReadOnlyCollection<ArticleId> ids,
        CancellationToken cancellationToken
    ) => Task.FromResult<IReadOnlyList<Article>>([]);

    public Task<IReadOnlyList<ArticleHead>> HeadsAsync(
        IReadOnlyCollection<ArticleId> ids,
        CancellationToken cancellationToken
    ) => Task.FromResult<IReadOnlyList<ArticleHead>>([]);

    public Task<ArticleHead?> FindAsync(Uri address, CancellationToken cancellationToken) =>
        Task.FromResult<ArticleHead?>(null);

    public Task<int> SaveAsync(IReadOnlyCollection<Article> articles, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<int> RemoveAsync(string source, CancellationToken cancellationToken) => Task.FromResult(0);

    public Task<IReadOnlyList<ArticleChange>> ChangesAsync(long after, int most, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ArticleChange>>([]);

    public Task<long> LastChangeAsync(CancellationToken cancellationToken) => Task.FromResult(0L);

    public Task<ArticlePage> NewestAsync(ArticleListing listing, CancellationToken cancellationToken) =>
        Task.FromResult(Nothing);

    public Task<ArticlePage> PopularAsync(ArticleListing listing, CancellationToken cancellationToken) =>
        Task.FromResult(Nothing);

    public Task<ArticleHead?> SomeAsync(ArticleListing listing, double chance, CancellationToken cancellationToken) =>
        Task.FromResult<ArticleHead?>(null);

    public Task<IReadOnlyList<ArticleTag>> TagsAsync(string? source, int most, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ArticleTag>>([]);

    public Task OpenedAsync(ArticleId id, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<int> CountAsync(string? source, CancellationToken cancellationToken) => Task.FromResult(0);

    public Task<IReadOnlyList<BlogSource>> SourcesAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<BlogSource>>([]);

    public Task SaveAsync(BlogSource source, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<int> ListedAsync(IReadOnlyCollection<BlogPage> pages, int most, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task MakeDueAsync(
        string source,
        IReadOnlyCollection<PageState> states,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public Task<BlogPage?> FindAsync(string source, Uri address, CancellationToken cancellationToken) =>
        Task.FromResult<BlogPage?>(null);

    public Task<IReadOnlyList<BlogPage>> DueAsync(
        string source,
        DateTimeOffset now,
        int most,
        CancellationToken cancellationToken
    ) => Task.FromResult<IReadOnlyList<BlogPage>>([]);

    public Task<IReadOnlyList<BlogPage>> ListsAsync(string source, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<BlogPage>>([]);

    public Task SettleAsync(BlogPage page, Article? article, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<BlogReport?> ReportAsync(string source, int examples, CancellationToken cancellationToken) =>
        Task.FromResult<BlogReport?>(null);

    public Task<Outcome<BlogAdded>> AddAsync(
        Uri address,
        bool? comments,
        Caller caller,
        CancellationToken cancellationToken
    ) => Task.FromResult<Outcome<BlogAdded>>(Errors.NotFound("blog.nothing"));

    Task<Outcome<int>> IBlogReader.RemoveAsync(string source, CancellationToken cancellationToken) =>
        Task.FromResult<Outcome<int>>(Errors.NotFound("blog.source"));

    public Task<Outcome<BlogSource>> PauseAsync(string source, bool paused, CancellationToken cancellationToken) =>
        Task.FromResult<Outcome<BlogSource>>(Errors.NotFound("blog.source"));

    public Task<Outcome<BlogSource>> RefreshAsync(string source, CancellationToken cancellationToken) =>
        Task.FromResult<Outcome<BlogSource>>(Errors.NotFound("blog.source"));
}
