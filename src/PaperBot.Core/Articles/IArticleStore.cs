namespace PaperBot.Core.Articles;

/// <summary>The articles that were read, and the sequence of their changes.</summary>
public interface IArticleStore
{
    /// <summary>The stored articles of the ids, in the order of the ids; ids that are not stored are left out.</summary>
    Task<IReadOnlyList<Article>> FindAsync(IReadOnlyCollection<ArticleId> ids, CancellationToken cancellationToken);

    /// <summary>The heads of the ids, in the order of the ids; ids that are not stored are left out.</summary>
    Task<IReadOnlyList<ArticleHead>> HeadsAsync(
        IReadOnlyCollection<ArticleId> ids,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// The article of an address, canonical or not, with http or https, by itself or by an address that redirected
    /// there; null when none is stored.
    /// </summary>
    Task<ArticleHead?> FindAsync(Uri address, CancellationToken cancellationToken);

    /// <summary>
    /// Stores articles, each in place of the one with its id. One that says the same as the stored one (moments of
    /// reading apart) is no change. The stored article belongs to the source that brought it first.
    /// </summary>
    /// <returns>How many were new or changed.</returns>
    Task<int> SaveAsync(IReadOnlyCollection<Article> articles, CancellationToken cancellationToken);

    /// <summary>Removes all articles of a source; each removal is a change.</summary>
    /// <returns>How many were removed.</returns>
    Task<int> RemoveAsync(string source, CancellationToken cancellationToken);

    /// <summary>
    /// What changed after a number, in the order of the numbers: for every article only its last change. An article
    /// whose change was read, and which changes again, comes again with a greater number.
    /// </summary>
    /// <param name="after">The last number that was seen; 0 for everything.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<ArticleChange>> ChangesAsync(long after, int most, CancellationToken cancellationToken);

    /// <summary>The number of the last change; 0 when there never was one.</summary>
    Task<long> LastChangeAsync(CancellationToken cancellationToken);

    /// <summary>The latest first, those without a date last.</summary>
    Task<ArticlePage> NewestAsync(ArticleListing listing, CancellationToken cancellationToken);

    /// <summary>The most opened here first; only those that were opened at all.</summary>
    Task<ArticlePage> PopularAsync(ArticleListing listing, CancellationToken cancellationToken);

    /// <summary>
    /// Some article: the one at <paramref name="chance"/> (0 up to, not including, 1) of all that the listing chooses;
    /// null when there is none.
    /// </summary>
    Task<ArticleHead?> SomeAsync(ArticleListing listing, double chance, CancellationToken cancellationToken);

    /// <summary>Tags and categories, the commonest first.</summary>
    Task<IReadOnlyList<ArticleTag>> TagsAsync(string? source, int most, CancellationToken cancellationToken);

    /// <summary>Somebody opened it here; counted per article, without regard to who.</summary>
    Task OpenedAsync(ArticleId id, CancellationToken cancellationToken);

    /// <summary>How many articles are stored, of one source or (null) of all.</summary>
    Task<int> CountAsync(string? source, CancellationToken cancellationToken);
}
