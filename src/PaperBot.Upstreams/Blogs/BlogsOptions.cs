namespace PaperBot.Upstreams.Blogs;

/// <summary>How blogs are read, and which; an entry of the section with a number is a blog.</summary>
public sealed class BlogsOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Blogs";

    /// <summary>Blogs that are always read: <c>Blogs:0:Name</c> and so on.</summary>
    internal IList<BlogOptions> Sources { get; } = [];

    /// <summary>The time between two requests to one host. Default 2 s.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The time between two readings of a blog's lists. Default 1 h.</summary>
    public TimeSpan Refresh { get; set; } = TimeSpan.FromHours(1);

    /// <summary>A longer page is not taken. Default 5,000,000 bytes.</summary>
    public int LargestPage { get; set; } = 5_000_000;

    /// <summary>Pages of one blog at most. Default 20,000.</summary>
    public int MostPages { get; set; } = 20_000;

    /// <summary>A mailbox or address in the User-Agent, by which a blog's owner can reach you. Default none.</summary>
    public string Contact { get; set; } = "";

    /// <summary><c>http://…</c>, <c>socks5://…</c> or <c>direct</c>; default what the environment says.</summary>
    public string? Proxy { get; set; }

    /// <summary>Whether addresses in private networks and on this machine are read too. Default no.</summary>
    public bool AllowPrivateAddresses { get; set; }
}
