using PaperBot.Core.Outcomes;
using PaperBot.Core.Queues;

namespace PaperBot.Core.Articles;

/// <summary>Reads blogs, politely and in the background.</summary>
public interface IBlogReader
{
    /// <summary>
    /// Looks for a feed, a sitemap or an archive page at an address, stores the source with the pages that are listed,
    /// and leaves the reading of the pages to the background. One that is known already is left as it is, but for its
    /// comments.
    /// </summary>
    /// <param name="address">The blog, or one of its lists.</param>
    /// <param name="comments">Whether readers' comments are kept; null: no, or as before for one that is known.</param>
    /// <param name="caller">Who waits.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<Outcome<BlogAdded>> AddAsync(Uri address, bool? comments, Caller caller, CancellationToken cancellationToken);

    /// <summary>Removes a source with all its articles.</summary>
    /// <returns>How many articles went.</returns>
    Task<Outcome<int>> RemoveAsync(string source, CancellationToken cancellationToken);

    /// <summary>Stops reading a source, or goes on.</summary>
    Task<Outcome<BlogSource>> PauseAsync(string source, bool paused, CancellationToken cancellationToken);

    /// <summary>Makes a source's lists due now, and with them the pages that could not be read.</summary>
    Task<Outcome<BlogSource>> RefreshAsync(string source, CancellationToken cancellationToken);
}
