namespace PaperBot.Upstreams.Blogs;

/// <summary>What a feed, a sitemap or an archive page lists.</summary>
/// <param name="Title">What the blog calls itself; null when the list does not say.</param>
/// <param name="Pages">The pages.</param>
/// <param name="Lists">Further lists: of a sitemap index, a feed's next page, what a page links to as its feed.</param>
internal sealed record PageList(string? Title, IReadOnlyList<ListedPage> Pages, IReadOnlyList<Uri> Lists)
{
    public static PageList Empty { get; } = new(null, [], []);
}
