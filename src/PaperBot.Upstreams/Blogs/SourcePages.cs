using AngleSharp.Html.Dom;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaperBot.Core.Articles;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Queues;

namespace PaperBot.Upstreams.Blogs;

/// <summary>Reads pages that are due, one after another, and settles each for itself: one bad page stops nothing.</summary>
internal sealed partial class SourcePages(
    PageFetcher fetcher,
    IBlogStore store,
    IArticleStore articles,
    IOptions<BlogsOptions> options,
    TimeProvider time,
    ILogger<SourcePages> logger
)
{
    private const int AtOnce = 20;
    private const int MostFailures = 5;
    private const int MostInARow = 3;

    private static readonly TimeSpan FirstRetry = TimeSpan.FromMinutes(10);

    // Not every list tells of changes, so each page is asked now and then, conditionally.
    private static readonly TimeSpan LookAgain = TimeSpan.FromDays(14);

    // A page that is not there may be there again tomorrow.
    private static readonly TimeSpan GoneAgain = TimeSpan.FromDays(1);

    /// <summary>Reads what is due until nothing is, or until the blog does not answer.</summary>
    /// <returns>The error that stopped it; null when nothing is due any more.</returns>
    public async Task<Error?> ReadAsync(BlogSource source, Caller caller, CancellationToken cancellationToken)
    {
        var inARow = 0;
        while (true)
        {
            var due = await store.DueAsync(source.Name, time.GetUtcNow(), AtOnce, cancellationToken);
            if (due.Count == 0)
                return null;
            foreach (var page in due)
            {
                if (await IsPausedAsync(source, cancellationToken))
                    return null;
                // One page over which the server breaks is its own affair; several in a row are the blog's.
                if (await ReadAsync(source, page, caller, cancellationToken) is not { } stopped)
                    inARow = 0;
                else if (++inARow >= MostInARow)
                    return stopped;
            }
        }
    }

    private async Task<bool> IsPausedAsync(BlogSource source, CancellationToken cancellationToken)
    {
        var now = (await store.SourcesAsync(cancellationToken)).FirstOrDefault(known => known.Name == source.Name);
        return now is null or { Paused: true };
    }

    private async Task<Error?> ReadAsync(
        BlogSource source,
        BlogPage page,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var call = new PageCall(page.Address, page.ETag, page.LastModified);
        var fetched = await fetcher.GetAsync(call, source.Address, caller, cancellationToken);
        if (!fetched.IsOk)
        {
            Log.Stopped(logger, source.Name, fetched.Error.Message.Key);
            await FailAsync(page, cancellationToken);
            return fetched.Error;
        }
        var (settled, article) = await JudgeAsync(source, page, fetched.Value, cancellationToken);
        await store.SettleAsync(settled, article, cancellationToken);
        return null;
    }

    /// <summary>The blog does not answer: this page is tried later, and the others wait for the blog's next turn.</summary>
    private Task FailAsync(BlogPage page, CancellationToken cancellationToken) =>
        store.SettleAsync(Failed(page, null, time.GetUtcNow() + GoneAgain), null, cancellationToken);

    private async Task<(BlogPage Page, Article? Article)> JudgeAsync(
        BlogSource source,
        BlogPage page,
        Fetched fetched,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow();
        if (fetched.IsUnchanged)
            return (page with { ReadAt = now, DueAt = now + LookAgain, Failures = 0, Reason = null }, null);
        if (fetched.State is PageState.Failed)
            return (Failed(page, fetched.Reason), null);
        // An article that was taken goes when its page is not there a second time.
        if (fetched.State is PageState.Gone && page is { State: PageState.Taken, Reason: not ("404" or "410") })
            return (Failed(page, fetched.Reason) with { DueAt = now + GoneAgain }, null);
        if (fetched.State is { } state)
            return (Read(page, state, now) with { Reason = fetched.Reason }, null);
        var answer = fetched.Answer!;
        if (answer.IsNoIndex)
            return (Read(page, PageState.Forbidden, now) with { Reason = "noindex" }, null);
        if (!answer.MediaType.Contains("html", StringComparison.Ordinal) && answer.MediaType.Length > 0)
            return (Read(page, PageState.Unreadable, now) with { Reason = answer.MediaType }, null);
        var read = page with { ETag = answer.ETag, LastModified = answer.LastModified };
        try
        {
            return await ArticleOfAsync(source, read, fetched, now, cancellationToken);
        }
        catch (Exception exception) when (IsOfThePage(exception))
        {
            Log.Unreadable(logger, page.Address, exception);
            return (Read(page, PageState.Unreadable, now), null);
        }
    }

    private async Task<(BlogPage Page, Article? Article)> ArticleOfAsync(
        BlogSource source,
        BlogPage page,
        Fetched fetched,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (HtmlPages.Parse(fetched.Answer!) is not { } document)
            return (Read(page, PageState.TooLarge, now), null);
        if (HtmlPages.IsNoIndex(document))
            return (Read(page, PageState.Forbidden, now) with { Reason = "noindex" }, null);
        var address = AddressOf(document, fetched.Address);
        if (!ArticleAddress.TryCanonical(address, out var canonical))
            return (Read(page, PageState.NotPublic, now), null);
        var isCopy = await IsCopyAsync(source, page, canonical, cancellationToken);
        if (isCopy && await KnownAsync(canonical, cancellationToken) is { } known)
            return (Read(page, PageState.Duplicate, now) with { Article = known }, null);
        var article = ArticleReader.Read(document, canonical, page, source, SettingsOf(source), now);
        if (article is null)
            return (Read(page, PageState.NoArticle, now), null);
        return (Read(page, isCopy ? PageState.Duplicate : PageState.Taken, now) with { Article = article.Id }, article);
    }

    // A page whose other address is listed nowhere is where its article is read, now and later.
    private async Task<bool> IsCopyAsync(
        BlogSource source,
        BlogPage page,
        Uri canonical,
        CancellationToken cancellationToken
    ) =>
        ArticleAddress.Key(canonical) != ArticleAddress.Key(page.Address)
        && (
            await store.FindAsync(source.Name, canonical, cancellationToken) is not null
            || (await KnownAsync(canonical, cancellationToken) is { } known && known != page.Article)
        );

    private async Task<ArticleId?> KnownAsync(Uri address, CancellationToken cancellationToken) =>
        (await articles.FindAsync(address, cancellationToken))?.Id;

    private static Uri AddressOf(IHtmlDocument document, Uri address) =>
        HtmlPages.CanonicalOf(document, address) is { AbsolutePath.Length: > 1 } canonical ? canonical : address;

    private BlogOptions? SettingsOf(BlogSource source) =>
        options.Value.Sources.FirstOrDefault(blog => blog.Name == source.Name);

    private BlogPage Read(BlogPage page, PageState state, DateTimeOffset now) =>
        page.State == PageState.Taken && IsFailure(state)
            ? Failed(page, null)
            : page with
            {
                State = state,
                Reason = null,
                Article = null,
                ReadAt = now,
                DueAt = state is PageState.Taken or PageState.Forbidden ? now + LookAgain : null,
                Failures = 0,
            };

    // What says nothing against an article that was read before.
    private static bool IsFailure(PageState state) =>
        state
            is PageState.NoArticle
                or PageState.TooLarge
                or PageState.Unreadable
                or PageState.Elsewhere
                or PageState.NotPublic;

    private BlogPage Failed(BlogPage page, string? reason, DateTimeOffset? last = null)
    {
        var now = time.GetUtcNow();
        var failures = page.Failures + 1;
        return page with
        {
            State = page.State == PageState.Taken ? PageState.Taken : PageState.Failed,
            Reason = reason,
            ReadAt = now,
            Failures = failures,
            DueAt =
                failures < MostFailures ? now + FirstRetry * Math.Pow(4, failures - 1)
                : page.State == PageState.Taken ? now + LookAgain
                : last,
        };
    }

    /// <summary>What a page's text can do to those who read it; everything but the store's and the process's end.</summary>
    public static bool IsOfThePage(Exception exception) =>
        exception is not (OperationCanceledException or StorageException or OutOfMemoryException);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "{Source} does not answer: {Error}.")]
        public static partial void Stopped(ILogger logger, string source, string error);

        [LoggerMessage(2, LogLevel.Debug, "{Address} cannot be read.")]
        public static partial void Unreadable(ILogger logger, Uri address, Exception exception);
    }
}
