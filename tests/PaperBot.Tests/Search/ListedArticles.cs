using PaperBot.Core.Articles;

namespace PaperBot.Tests.Search;

/// <summary>Articles in a list with their change sequence; what the search does not ask is not there.</summary>
internal sealed class ListedArticles : IArticleStore
{
    private readonly List<ArticleChange> _changes = [];

    public Task<int> SaveAsync(IReadOnlyCollection<Article> articles, CancellationToken cancellationToken)
    {
        foreach (var article in articles)
            Change(article.Id, article);
        return Task.FromResult(articles.Count);
    }

    public void Remove(ArticleId id) => Change(id, null);

    public Task<IReadOnlyList<ArticleChange>> ChangesAsync(long after, int most, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ArticleChange>>([.. _changes.Where(c => c.Number > after).Take(most)]);

    public Task<long> LastChangeAsync(CancellationToken cancellationToken) =>
        Task.FromResult(_changes.Count == 0 ? 0 : _changes[^1].Number);

    public Task<IReadOnlyList<Article>> FindAsync(
        IReadOnlyCollection<ArticleId> ids,
        CancellationToken cancellationToken
    ) => Task.FromResult<IReadOnlyList<Article>>([.. ids.Select(Find).OfType<Article>()]);

    public Task<IReadOnlyList<ArticleHead>> HeadsAsync(
        IReadOnlyCollection<ArticleId> ids,
        CancellationToken cancellationToken
    ) => Task.FromResult<IReadOnlyList<ArticleHead>>([.. ids.Select(Find).OfType<Article>().Select(ArticleHead.Of)]);

    public Task<ArticleHead?> FindAsync(Uri address, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<int> RemoveAsync(string source, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<ArticlePage> NewestAsync(ArticleListing listing, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<ArticlePage> PopularAsync(ArticleListing listing, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<ArticleHead?> SomeAsync(ArticleListing listing, double chance, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<ArticleTag>> TagsAsync(string? source, int most, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task OpenedAsync(ArticleId id, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<int> CountAsync(string? source, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    private Article? Find(ArticleId id) => _changes.FirstOrDefault(change => change.Id == id)?.Article;

    private void Change(ArticleId id, Article? article)
    {
        var number = _changes.Count == 0 ? 1 : _changes[^1].Number + 1;
        _changes.RemoveAll(change => change.Id == id);
        _changes.Add(new(number, id, article));
    }
}
