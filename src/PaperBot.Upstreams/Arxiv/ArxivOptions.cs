namespace PaperBot.Upstreams.Arxiv;

/// <summary>
/// How arXiv is asked. Its terms: one request every 3 s and one connection, over API, feeds and OAI together.
/// </summary>
public sealed class ArxivOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Arxiv";

    /// <summary>The query API.</summary>
    public Uri ApiUrl { get; set; } = new("https://export.arxiv.org/api/query");

    /// <summary>The announcement feeds; a category's name is appended.</summary>
    public Uri FeedUrl { get; set; } = new("https://rss.arxiv.org/atom/");

    /// <summary>The site whose listing pages are read: <c>list/…</c> and <c>catchup/…</c> are appended.</summary>
    public Uri SiteUrl { get; set; } = new("https://arxiv.org/");

    /// <summary>Where readers are sent: <c>abs/…</c>, <c>pdf/…</c> and <c>html/…</c> are appended.</summary>
    public Uri LinkUrl { get; set; } = new("https://arxiv.org/");

    /// <summary>The time between two requests. Default and least for arXiv itself: 3 s.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>A stored record younger than this answers at once. Default 24 h.</summary>
    public TimeSpan FreshFor { get; set; } = TimeSpan.FromHours(24);

    /// <summary>A mailbox or address in the User-Agent, by which arXiv can reach the operator. Default none.</summary>
    public string Contact { get; set; } = "";

    /// <summary><c>http://…</c>, <c>socks5://…</c> or <c>direct</c>; default what the environment says.</summary>
    public string? Proxy { get; set; }

    /// <summary>After this a request is given up. arXiv stalls up to 16 s before it refuses. Default 30 s.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>After this a waiting person is shown what is stored, or told. Default 60 s.</summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>After this a waiting person is shown an older stored record. Default 5 s.</summary>
    public TimeSpan StoredTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>A longer Retry-After is cut to this. Default 30 min.</summary>
    public TimeSpan LongestRetryAfter { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>Calls that may wait. Default 1000.</summary>
    public int Capacity { get; set; } = 1000;

    /// <summary>Papers in one request, 1 to 100. Default 100.</summary>
    public int BatchSize { get; set; } = 100;

    /// <summary>A longer answer is given up. Default 20,000,000 bytes.</summary>
    public int LongestAnswer { get; set; } = 20_000_000;

    /// <summary>Further days (US Eastern) on whose evening arXiv announces nothing, beside those known here.</summary>
    public IList<DateOnly> Holidays { get; } = [];
}
