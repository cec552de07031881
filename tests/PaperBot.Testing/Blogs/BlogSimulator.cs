using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PaperBot.Testing.Blogs;

/// <summary>
/// A blog on loopback: posts, a feed that lies about dates, sitemaps, robots.txt, redirects, copies, broken pages,
/// answers to conditional requests. It counts what is asked of it.
/// </summary>
public sealed class BlogSimulator : IAsyncDisposable
{
    private const int SitemapSize = 400;
    private const int FeedSize = 20;
    private readonly WebApplication _app;

    private BlogSimulator(BlogPlan plan, int port)
    {
        Plan = plan;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <summary>What it holds.</summary>
    public BlogPlan Plan { get; }

    /// <summary>The root: <c>http://127.0.0.1:PORT/</c>.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Requests by path.</summary>
    public ConcurrentDictionary<string, int> Requests { get; } = new(StringComparer.Ordinal);

    /// <summary>Answers that said "as it was".</summary>
    public int Unchanged => _unchanged;

    /// <summary>Words that the article of a number got later.</summary>
    public ConcurrentDictionary<int, string> Edits { get; } = new();

    /// <summary>When the edits were made, as the sitemap tells.</summary>
    public DateTimeOffset EditedAt { get; set; }

    private int _unchanged;

    /// <summary>Starts one.</summary>
    public static async Task<BlogSimulator> StartAsync(BlogPlan plan, int port = 0)
    {
        var simulator = new BlogSimulator(plan, port);
        await simulator._app.StartAsync();
        simulator.Address = new(simulator._app.Urls.First() + "/");
        return simulator;
    }

    /// <summary>Serves until the process is told to end.</summary>
    public Task RunToEndAsync() => HostingAbstractionsHostExtensions.WaitForShutdownAsync(_app);

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "/";
        Requests.AddOrUpdate(path, 1, (_, count) => count + 1);
        var parts = path.Trim('/').Split('/');
        return (parts[0], parts.Length > 1 && int.TryParse(parts[1], out var number) ? number : 0) switch
        {
            ("robots.txt", _) => TextAsync(
                http,
                "text/plain",
                $"User-agent: *\nDisallow: /private/\nSitemap: {Address}sitemap.xml\n"
            ),
            ("sitemap.xml", _) => TextAsync(http, "application/xml", SitemapIndex()),
            ("sitemap", var page and > 0) => TextAsync(http, "application/xml", Sitemap(page)),
            ("feed", _) => TextAsync(http, "application/rss+xml", Feed()),
            ("", _) => TextAsync(http, "text/html; charset=utf-8", Home()),
            ("posts", var post and > 0) when post <= Plan.Articles => PostAsync(http, post),
            ("old", var post and > 0) when post <= Plan.Redirects => RedirectAsync(http, $"/posts/{post}"),
            ("copy", var post and > 0) when post <= Plan.Copies => TextAsync(
                http,
                "text/html; charset=utf-8",
                BlogPosts.Page(post, post, Plan.Articles)
            ),
            _ => MissingAsync(http),
        };
    }

    private async Task PostAsync(HttpContext http, int number)
    {
        switch (BlogPlan.FaultOf(number))
        {
            case BlogFault.Error:
                http.Response.StatusCode = 500;
                return;
            case BlogFault.Cut:
                http.Response.ContentLength = 5_000;
                await http.Response.WriteAsync("<html><body><p>It begins", http.RequestAborted);
                await http.Response.Body.FlushAsync(http.RequestAborted);
                http.Abort();
                return;
            case BlogFault.Empty:
                await TextAsync(
                    http,
                    "text/html",
                    "<html><head><title>Nothing</title></head><body><p>?</p></body></html>"
                );
                return;
            case BlogFault.Binary:
                await TextAsync(http, "application/pdf", "%PDF-1.7 \0\u0001\u0002");
                return;
        }
        var page = BlogPosts.Page(number, number, Plan.Articles);
        if (Edits.TryGetValue(number, out var edit))
            page = page.Replace("</div></article>", $"<p>{edit}</p></div></article>", StringComparison.Ordinal);
        await TextAsync(http, "text/html; charset=utf-8", page);
    }

    private async Task TextAsync(HttpContext http, string type, string text)
    {
        var body = Encoding.UTF8.GetBytes(text);
        var etag = $"\"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(body))[..16]}\"";
        http.Response.Headers.ETag = etag;
        if (http.Request.Headers.IfNoneMatch == etag)
        {
            Interlocked.Increment(ref _unchanged);
            http.Response.StatusCode = 304;
            return;
        }
        http.Response.ContentType = type;
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }

    private static Task RedirectAsync(HttpContext http, string to)
    {
        http.Response.Redirect(to, permanent: true);
        return Task.CompletedTask;
    }

    private static Task MissingAsync(HttpContext http)
    {
        http.Response.StatusCode = 404;
        return Task.CompletedTask;
    }

    private string Home() =>
        $"<html><head><title>Simulated Notes</title><link rel=\"alternate\" type=\"application/rss+xml\" href=\"{Address}feed\"></head><body><p>Notes.</p></body></html>";

    private string SitemapIndex() =>
        "<?xml version=\"1.0\"?><sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"
        + string.Concat(
            Enumerable
                .Range(1, (Paths().Count() + SitemapSize - 1) / SitemapSize)
                .Select(page => $"<sitemap><loc>{Address}sitemap/{page}</loc></sitemap>")
        )
        + "</sitemapindex>";

    private string Sitemap(int page) =>
        "<?xml version=\"1.0\"?><urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"
        + string.Concat(
            Paths()
                .Skip((page - 1) * SitemapSize)
                .Take(SitemapSize)
                .Select(path => $"<url><loc>{Address}{path.Path}</loc>{Changed(path.Number)}</url>")
        )
        + "</urlset>";

    private string Changed(int number) =>
        Edits.ContainsKey(number) ? $"<lastmod>{EditedAt:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}</lastmod>" : "";

    private IEnumerable<(string Path, int Number)> Paths() =>
        Enumerable
            .Range(1, Plan.Articles)
            .Select(number => ($"posts/{number}", number))
            .Concat(Enumerable.Range(1, Plan.Redirects).Select(number => ($"old/{number}", 0)))
            .Concat(Enumerable.Range(1, Plan.Copies).Select(number => ($"copy/{number}", 0)))
            .Concat(Enumerable.Range(1, Plan.Private).Select(number => ($"private/{number}", 0)));

    // Its dates are of the year 2099, and one title holds a character that XML does not permit.
    private string Feed() =>
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\"><channel><title>Simulated Notes</title>"
        + string.Concat(
            Enumerable
                .Range(Math.Max(1, Plan.Articles - FeedSize + 1), Math.Min(FeedSize, Plan.Articles))
                .Select(number =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"<item><title>{BlogPosts.Title(number)}\u0008 & more</title><link>{Address}posts/{number}?utm_source=feed</link><pubDate>Thu, 01 Jan 2099 00:00:00 GMT</pubDate><category>notes</category></item>"
                    )
                )
        )
        + "</channel></rss>";
}
