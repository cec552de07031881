using PaperBot.Core.Articles;
using PaperBot.Core.Papers;
using PaperBot.Core.Search;

namespace PaperBot.Search.Feeding;

/// <summary>The two indexes of a process: papers and articles, each with its own words and numbers.</summary>
internal sealed class IndexFeeds(IPaperChanges papers, IArticleStore articles, DerivedFiles files, TimeProvider time)
    : ISearchIndex,
        IDisposable
{
    public IndexFeed Papers { get; } = new(new PaperSource(papers), files.PathOf, time);

    public IndexFeed Articles { get; } = new(new ArticleSource(articles), files.PathOf, time);

    public async Task<SearchIndexSize> RebuildAsync(CancellationToken cancellationToken)
    {
        await Papers.RebuildAsync(cancellationToken);
        await Articles.RebuildAsync(cancellationToken);
        return new(Papers.Index.Count, Articles.Index.Count);
    }

    public void Dispose()
    {
        Papers.Dispose();
        Articles.Dispose();
    }
}
