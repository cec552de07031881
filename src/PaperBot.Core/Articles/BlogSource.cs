namespace PaperBot.Core.Articles;

/// <summary>A blog whose articles are read.</summary>
/// <param name="Name">Unique: small letters, digits, <c>-</c>, <c>.</c> and Chinese characters, at most 64.</param>
/// <param name="Title">What the blog calls itself; at most 200 characters.</param>
/// <param name="Address">What was given: the blog's page, a feed, an archive page or a sitemap.</param>
/// <param name="Origin">How it came in.</param>
public sealed record BlogSource(string Name, string Title, Uri Address, BlogOrigin Origin)
{
    /// <summary>True while nothing is read from it; what is stored stays findable.</summary>
    public bool Paused { get; init; }

    /// <summary>Whether readers' comments are kept. Default: no.</summary>
    public bool Comments { get; init; }

    /// <summary>When it was added.</summary>
    public DateTimeOffset AddedAt { get; init; }

    /// <summary>When the first reading was complete: only articles found after it are new to anybody. Null before.</summary>
    public DateTimeOffset? FirstReadAt { get; init; }

    /// <summary>When it was read last; null when it never was.</summary>
    public DateTimeOffset? ReadAt { get; init; }
}
