using PaperBot.Core.Outcomes;

namespace PaperBot.Core.Articles;

/// <summary>
/// Full-text search over what is stored. An article that <see cref="IArticleStore.SaveAsync"/> has stored is found by the
/// next search. Nothing that somebody types makes it fail: a question without anything to look for is a
/// <see cref="ErrorKind.UserInput"/> error with one sentence, one that finds nothing is an empty page.
/// </summary>
public interface ITextSearch
{
    /// <summary>Articles of all sources.</summary>
    Task<Outcome<ArticleHits>> ArticlesAsync(TextQuery query, CancellationToken cancellationToken);

    /// <summary>Stored papers, by title, authors, categories and abstract.</summary>
    Task<Outcome<PaperHits>> PapersAsync(TextQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// Articles about the same, best first, without the article itself; empty when it is not stored or nothing is like
    /// it.
    /// </summary>
    Task<IReadOnlyList<ArticleHit>> RelatedAsync(ArticleId id, int most, CancellationToken cancellationToken);
}
