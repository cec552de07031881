using AngleSharp.Html.Dom;
using PaperBot.Core.Articles;

namespace PaperBot.Upstreams.Blogs;

/// <summary>Makes an article of a page.</summary>
internal static class ArticleReader
{
    private const int LongestTitle = 500;

    /// <summary>As <see cref="Read"/>, from an answer as it came.</summary>
    public static Article? Of(PageAnswer answer, BlogPage page, BlogSource source, DateTimeOffset now) =>
        HtmlPages.Parse(answer) is { } document
            ? Read(document, page.Address, page, source, settings: null, now)
            : null;

    /// <returns>Null when there is no article on the page.</returns>
    public static Article? Read(
        IHtmlDocument document,
        Uri address,
        BlogPage page,
        BlogSource source,
        BlogOptions? settings,
        DateTimeOffset now
    )
    {
        if (ContentFinder.Find(document, settings?.ArticleSelector) is not { } content)
            return null;
        var facts = PageFacts.Read(document, content, address);
        var title = facts.Title ?? page.Hint.Title;
        if (string.IsNullOrWhiteSpace(title))
            return null;
        if (title.Length > LongestTitle)
            title = title[..LongestTitle];
        var sections = BlockWriter.Write(content, address, title);
        if (sections.Sum(section => section.Blocks.Sum(block => block.Text.Length)) < 40)
            return null;
        return new Article
        {
            Id = ArticleId.Of(address),
            Source = source.Name,
            Address = address,
            Title = title,
            Authors = facts.Authors.Count > 0 ? facts.Authors : page.Hint.Authors,
            PublishedAt = Credible(facts.PublishedAt, now) ?? Credible(page.Hint.PublishedAt, now),
            UpdatedAt = Credible(facts.UpdatedAt, now),
            Language = ArticleLanguage.Of(sections, facts.Language),
            Tags = facts.Tags.Count + facts.Categories.Count > 0 ? facts.Tags : page.Hint.Tags,
            Categories = facts.Categories,
            Previous = facts.Previous,
            Next = facts.Next,
            Summary = facts.Summary,
            Sections = sections,
            Comments = source.Comments ? CommentReader.Read(document, address, settings?.CommentSelector) : [],
            FetchedAt = now,
        };
    }

    // A date in the future is a mistake of the page or of the feed; a day's grace is for time zones.
    private static DateTimeOffset? Credible(DateTimeOffset? date, DateTimeOffset now) =>
        date <= now + TimeSpan.FromDays(1) ? date?.ToUniversalTime() : null;
}
