using PaperBot.Core.Articles;
using PaperBot.Core.Outcomes;

namespace PaperBot.Testing.Articles;

/// <summary>Finds what a test put in: every article whose title has the question in it.</summary>
public sealed class FakeTextSearch : ITextSearch
{
    /// <summary>What there is.</summary>
    public List<ArticleHit> Articles { get; } = [];

    /// <summary>What there is.</summary>
    public List<PaperHit> Papers { get; } = [];

    public Task<Outcome<ArticleHits>> ArticlesAsync(TextQuery query, CancellationToken cancellationToken)
    {
        var found = Articles.Where(hit => Has(hit.Article.Title, query.Text)).ToList();
        return Task.FromResult(Outcome.Of(new ArticleHits([.. found.Skip(query.Skip).Take(query.Take)], found.Count)));
    }

    public Task<Outcome<PaperHits>> PapersAsync(TextQuery query, CancellationToken cancellationToken)
    {
        var found = Papers.Where(hit => Has(hit.Paper.Paper.Title, query.Text)).ToList();
        return Task.FromResult(Outcome.Of(new PaperHits([.. found.Take(query.Take)], found.Count)));
    }

    public Task<IReadOnlyList<ArticleHit>> RelatedAsync(ArticleId id, int most, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ArticleHit>>([.. Articles.Where(hit => hit.Article.Id != id).Take(most)]);

    private static bool Has(string title, string words) => title.Contains(words, StringComparison.OrdinalIgnoreCase);
}
