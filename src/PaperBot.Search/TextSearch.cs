using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using PaperBot.Core.Articles;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Search.Feeding;
using PaperBot.Search.Index;
using PaperBot.Search.Passages;
using PaperBot.Search.Query;

namespace PaperBot.Search;

/// <summary>Answers questions from the indexes; the texts come from the stores.</summary>
internal sealed partial class TextSearch(
    IndexFeeds feeds,
    IArticleStore articles,
    IPaperChanges papers,
    ILogger<TextSearch> logger
) : ITextSearch
{
    // What is found is new within this time; a first build that takes longer goes on behind.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private const int MostTake = 100;
    private const int MostHits = 200;

    // Documents that only share a common word with the question are no results.
    private const double LeastShare = 0.2;

    private const int MostRelatedText = 20_000;

    public async Task<Outcome<ArticleHits>> ArticlesAsync(TextQuery query, CancellationToken cancellationToken)
    {
        var found = await FindAsync(feeds.Articles, query, cancellationToken);
        if (!found.IsOk)
            return found.Error;
        var page = found.Value;
        var byId = await articles.FindAsync([.. page.Hits.Select(hit => ArticleId.Parse(hit.Key))], cancellationToken);
        var stored = byId.ToDictionary(article => article.Id.ToString(), StringComparer.Ordinal);
        var hits = page
            .Hits.Where(hit => stored.ContainsKey(hit.Key))
            .Select(hit => Hit(hit, stored[hit.Key]))
            .ToList();
        return new ArticleHits(hits, page.Total)
        {
            StillIndexing = page.Behind,
            WithoutPhrases = page.Found.WithoutPhrases,
            ReadAs = page.ReadAs(query.Text, stored.Values.Select(a => $"{a.Title}\n{ArticleSource.Text(a)}")),
        };

        ArticleHit Hit(SearchHit hit, Article article) =>
            new(
                ArticleHead.Of(article),
                PassageFinder.Best(Sources(article), page.Marks),
                page.Marks.In(article.Title),
                hit.Score
            )
            {
                Said = hit.Said,
            };
    }

    public async Task<Outcome<PaperHits>> PapersAsync(TextQuery query, CancellationToken cancellationToken)
    {
        var found = await FindAsync(feeds.Papers, query, cancellationToken);
        if (!found.IsOk)
            return found.Error;
        var page = found.Value;
        var read = await papers.ReadAsync([.. page.Hits.Select(hit => hit.Key)], cancellationToken);
        var stored = read.ToDictionary(paper => paper.Paper.Id.Paper, StringComparer.Ordinal);
        var hits = page
            .Hits.Where(hit => stored.ContainsKey(hit.Key))
            .Select(hit => Hit(hit, stored[hit.Key]))
            .ToList();
        return new PaperHits(hits, page.Total)
        {
            WithoutPhrases = page.Found.WithoutPhrases,
            ReadAs = page.ReadAs(query.Text, stored.Values.Select(p => $"{p.Paper.Title}\n{p.Paper.Abstract}")),
        };

        PaperHit Hit(SearchHit hit, StoredPaper paper) =>
            new(
                paper,
                PassageFinder.Best([new(paper.Paper.Abstract, null, null)], page.Marks),
                page.Marks.In(paper.Paper.Title),
                hit.Score
            )
            {
                Said = hit.Said,
            };
    }

    public async Task<IReadOnlyList<ArticleHit>> RelatedAsync(
        ArticleId id,
        int most,
        CancellationToken cancellationToken
    )
    {
        if (await articles.FindAsync([id], cancellationToken) is not [var article])
            return [];
        try
        {
            await feeds.Articles.CatchUpAsync(Patience, cancellationToken);
            var text = ArticleSource.Text(article);
            text = text.Length > MostRelatedText ? text[..MostRelatedText] : text;
            var tags = string.Join(' ', article.Tags);
            var found = feeds.Articles.Index.Related(
                id.ToString(),
                $"{article.Title}\n{article.Title}\n{article.Title}\n{tags}\n{tags}\n{text}",
                Math.Clamp(most, 1, MostTake)
            );
            var heads = await articles.HeadsAsync(
                [.. found.Hits.Select(hit => ArticleId.Parse(hit.Key))],
                cancellationToken
            );
            var scores = found.Hits.ToDictionary(hit => hit.Key, hit => hit.Score, StringComparer.Ordinal);
            return [.. heads.Select(head => new ArticleHit(head, null, [], scores[head.Id.ToString()]))];
        }
        catch (SqliteException exception)
        {
            Log.Failed(logger, exception);
            return [];
        }
    }

    private async Task<Outcome<FoundPage>> FindAsync(
        IndexFeed feed,
        TextQuery query,
        CancellationToken cancellationToken
    )
    {
        var parsed = QueryParser.Parse(query.Text);
        if (!parsed.HasFilter && QueryTerms.All(parsed.Text).Count == 0)
            return Errors.UserInput("search.words");
        try
        {
            var complete = await feed.CatchUpAsync(Patience, cancellationToken);
            var found = feed.Index.Search(parsed, MostHits);
            if (found.IsLeftover)
                found = SearchFound.Nothing;
            var least = found.Hits.Count > 0 ? found.Hits[0].Score * LeastShare : 0;
            var hits = found.Hits.TakeWhile(hit => hit.Score >= least).ToList();
            return new FoundPage(
                [.. hits.Skip(Math.Max(0, query.Skip)).Take(Math.Clamp(query.Take, 1, MostTake))],
                hits.Count,
                !complete,
                found
            );
        }
        catch (StorageException exception)
        {
            return exception.Error;
        }
        catch (SqliteException exception)
        {
            Log.Failed(logger, exception);
            return Errors.Internal("search.index");
        }
    }

    private static IEnumerable<PassageSource> Sources(Article article)
    {
        if (article.Summary.Length > 0)
            yield return new(article.Summary, null, null);
        foreach (var section in article.Sections)
        {
            var heading = section.Heading.Length > 0 ? section.Heading : null;
            foreach (var block in section.Blocks.Where(block => block.Text.Length > 0))
                yield return new(block.Text, heading, section.Anchor);
        }
        foreach (var comment in article.Comments)
            yield return new(comment.Text, null, comment.Anchor, IsComment: true);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The full-text index failed.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
