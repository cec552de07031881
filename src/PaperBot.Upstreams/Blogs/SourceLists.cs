using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaperBot.Core.Articles;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Queues;

namespace PaperBot.Upstreams.Blogs;

/// <summary>
/// Reads a source's lists: what was given, the feeds and archives that it links to, the sitemaps of robots.txt. Each is
/// asked for conditionally; what it names is stored before its validator is, so that a crash in between reads it again.
/// </summary>
internal sealed partial class SourceLists(
    PageFetcher fetcher,
    BlogHosts hosts,
    IBlogStore store,
    IOptions<BlogsOptions> options,
    TimeProvider time,
    ILogger<SourceLists> logger
)
{
    private const int MostLists = 200;

    private static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    private static readonly string[] NoArticles =
    [
        "/tag/",
        "/tags/",
        "/category/",
        "/categories/",
        "/author/",
        "/page/",
        "/search",
        "/wp-content/",
        "/feed",
    ];

    /// <summary>Reads the lists and stores the pages.</summary>
    /// <returns>The source with its title and trouble; the number of pages that the lists named.</returns>
    public async Task<Outcome<(BlogSource Source, int Named)>> ReadAsync(
        BlogSource source,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var known = (await store.ListsAsync(source.Name, cancellationToken)).ToDictionary(list =>
            list.Address.AbsoluteUri
        );
        var waiting = new Queue<Uri>([source.Address, .. known.Values.Select(list => list.Address)]);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var (named, read) = (0, 0);
        var title = (string?)null;
        (PageState State, string? Reason)? trouble = null;
        foreach (var sitemap in await hosts.SitemapsAsync(source.Address, caller, cancellationToken))
            waiting.Enqueue(sitemap);
        // A sitemap names everything and a feed the last few; what was not told of is looked for once.
        if (known.Count == 0)
            foreach (var guess in Guesses(source.Address))
                waiting.Enqueue(guess);
        while (seen.Count < MostLists && waiting.TryDequeue(out var address))
        {
            if (!seen.Add(address.AbsoluteUri))
                continue;
            var isGiven = address == source.Address;
            known.TryGetValue(address.AbsoluteUri, out var list);
            var fetched = await fetcher.GetAsync(
                new(address, list?.ETag, list?.LastModified),
                source.Address,
                caller,
                cancellationToken
            );
            if (!fetched.IsOk)
            {
                if (isGiven)
                    return fetched.Error;
                continue;
            }
            if (fetched.Value.IsUnchanged)
            {
                read++;
                continue;
            }
            if (fetched.Value.State is { } state)
            {
                if (isGiven)
                    trouble = (state, fetched.Value.Reason);
                continue;
            }
            if (Parse(fetched.Value) is not { } page)
            {
                if (isGiven)
                    trouble = (PageState.Unreadable, null);
                continue;
            }
            read++;
            title ??= page.Title;
            named += await StoreAsync(source, page, cancellationToken);
            foreach (var further in page.Lists)
                waiting.Enqueue(further);
            await SettleAsync(source, address, fetched.Value.Answer!, cancellationToken);
        }
        Log.Read(logger, source.Name, read, named);
        if (read > 0)
            trouble = null;
        return (
            source with
            {
                Title = source.Title.Length > 0 ? source.Title : Short(title ?? source.Name),
                Trouble = trouble?.State,
                TroubleReason = trouble?.Reason,
            },
            named
        );
    }

    private async Task<int> StoreAsync(BlogSource source, PageList list, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var pages = list
            .Pages.Select(page => (Page: page, Address: Canonical(page.Address)))
            .Where(pair => pair.Address is not null && pair.Address.AbsolutePath.Length > 1)
            .Where(pair =>
                !Array.Exists(
                    NoArticles,
                    part => pair.Address!.AbsolutePath.Contains(part, StringComparison.OrdinalIgnoreCase)
                )
            )
            .DistinctBy(pair => pair.Address!.AbsoluteUri)
            .Select(pair => Page(source, pair.Page, pair.Address!, now))
            .ToList();
        foreach (var chunk in pages.Chunk(500))
            await store.ListedAsync(chunk, options.Value.MostPages, cancellationToken);
        return pages.Count;
    }

    private static BlogPage Page(BlogSource source, ListedPage page, Uri address, DateTimeOffset now) =>
        PageFetcher.SameSite(address, source.Address)
            ? new(source.Name, address)
            {
                // A list that lies about dates tells nothing of changes.
                ListedAt = page.ChangedAt > now + Grace ? null : page.ChangedAt,
                Hint = page.Hint,
                DueAt = now,
            }
            : new(source.Name, address) { State = PageState.Elsewhere, ReadAt = now };

    private Task SettleAsync(BlogSource source, Uri address, PageAnswer answer, CancellationToken cancellationToken) =>
        store.SettleAsync(
            new(source.Name, address)
            {
                State = PageState.List,
                ETag = answer.ETag,
                LastModified = answer.LastModified,
                ReadAt = time.GetUtcNow(),
            },
            null,
            cancellationToken
        );

    private PageList? Parse(Fetched fetched)
    {
        var answer = fetched.Answer!;
        try
        {
            if (GzipBody.Is(answer.Body))
            {
                if (GzipBody.Unpack(answer.Body) is not { } plain)
                    return null;
                answer = answer with { Body = plain };
            }
            // Many a feed is served as HTML, so that what it begins with decides.
            var isHtml = answer.MediaType.Contains("html", StringComparison.Ordinal);
            var text = PageText.Of(answer);
            if ((!isHtml || XmlLists.IsXml(text)) && XmlLists.Read(text, fetched.Address) is { } list)
                return list;
            return HtmlPages.Parse(answer) is { } document ? HtmlLists.Read(document, fetched.Address) : null;
        }
        catch (Exception exception) when (SourcePages.IsOfThePage(exception))
        {
            Log.Unreadable(logger, fetched.Address, exception);
            return null;
        }
    }

    private static IEnumerable<Uri> Guesses(Uri address) => [new(address, "/sitemap.xml"), new(address, "/feed")];

    private static Uri? Canonical(Uri address) =>
        ArticleAddress.TryCanonical(address, out var canonical) ? canonical : null;

    private static string Short(string title) => title.Length > 200 ? title[..200] : title;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "Read {Lists} lists of {Source}, which name {Pages} pages.")]
        public static partial void Read(ILogger logger, string source, int lists, int pages);

        [LoggerMessage(2, LogLevel.Debug, "{Address} cannot be read as a list.")]
        public static partial void Unreadable(ILogger logger, Uri address, Exception exception);
    }
}
