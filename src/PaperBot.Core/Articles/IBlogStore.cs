namespace PaperBot.Core.Articles;

/// <summary>Blogs, their pages, and what became of each.</summary>
public interface IBlogStore
{
    /// <summary>All sources, by name.</summary>
    Task<IReadOnlyList<BlogSource>> SourcesAsync(CancellationToken cancellationToken);

    /// <summary>Stores a source in place of the one with its name.</summary>
    Task SaveAsync(BlogSource source, CancellationToken cancellationToken);

    /// <summary>Removes a source, its pages and its articles, all or nothing.</summary>
    /// <returns>How many articles went.</returns>
    Task<int> RemoveAsync(string source, CancellationToken cancellationToken);

    /// <summary>
    /// A list named these pages. A new one is stored; a known one falls due when the list says that it changed after it
    /// was read, and is otherwise left as it is.
    /// </summary>
    /// <param name="pages">Of one source.</param>
    /// <param name="most">Pages of the source at most; more new ones are left out.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many were new.</returns>
    Task<int> ListedAsync(IReadOnlyCollection<BlogPage> pages, int most, CancellationToken cancellationToken);

    /// <summary>Makes a source's pages of some states due, with no failure counted and to be read whatever they were.</summary>
    Task MakeDueAsync(
        string source,
        IReadOnlyCollection<PageState> states,
        DateTimeOffset now,
        CancellationToken cancellationToken
    );

    /// <summary>The page, or null.</summary>
    Task<BlogPage?> FindAsync(string source, Uri address, CancellationToken cancellationToken);

    /// <summary>Pages that are due, lists apart, those that fell due first first.</summary>
    Task<IReadOnlyList<BlogPage>> DueAsync(
        string source,
        DateTimeOffset now,
        int most,
        CancellationToken cancellationToken
    );

    /// <summary>The source's feeds, sitemaps and archive pages.</summary>
    Task<IReadOnlyList<BlogPage>> ListsAsync(string source, CancellationToken cancellationToken);

    /// <summary>
    /// A page was read. The page and the article are stored together or not at all, so that a crash in between loses
    /// nothing and does nothing twice. The page's address leads to its <see cref="BlogPage.Article"/> from now on. The
    /// article that was taken from the page before, and is not any more, is removed.
    /// </summary>
    Task SettleAsync(BlogPage page, Article? article, CancellationToken cancellationToken);

    /// <summary>How a source stands; null when there is no such source.</summary>
    /// <param name="source">The source's name.</param>
    /// <param name="examples">Examples of pages that gave no article, at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<BlogReport?> ReportAsync(string source, int examples, CancellationToken cancellationToken);
}
