namespace PaperBot.Upstreams.Blogs;

/// <summary>A blog of the configuration: <c>Blogs:0</c>, <c>Blogs:1</c>, …; one without a name is none.</summary>
public sealed class BlogOptions
{
    /// <summary>The section of the first of them.</summary>
    public const string Section = "Blogs:0";

    /// <summary>What <c>in:</c> and the commands call it: small letters, digits, <c>-</c> and <c>.</c>.</summary>
    public string Name { get; set; } = "";

    /// <summary>The blog's page, a feed, an archive page or a sitemap.</summary>
    public Uri? Address { get; set; }

    /// <summary>Whether readers' comments are kept. Default no.</summary>
    public bool Comments { get; set; }

    /// <summary>A CSS selector of the article on its page, where the automatic choice fails. Default none.</summary>
    public string? ArticleSelector { get; set; }

    /// <summary>A CSS selector of the comments, where the automatic choice fails. Default none.</summary>
    public string? CommentSelector { get; set; }
}
