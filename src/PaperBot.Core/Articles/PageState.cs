namespace PaperBot.Core.Articles;

/// <summary>What became of a page of a source.</summary>
public enum PageState
{
    /// <summary>Listed, not read yet.</summary>
    Waiting,

    /// <summary>An article was taken from it.</summary>
    Taken,

    /// <summary>It is another page's article: a redirect, a copy, a canonical link elsewhere.</summary>
    Duplicate,

    /// <summary>robots.txt, or the page itself, does not want it read.</summary>
    Forbidden,

    /// <summary>It is not there (404, 410).</summary>
    Gone,

    /// <summary>It could not be read: the server fails, the connection breaks.</summary>
    Failed,

    /// <summary>There is a page and no article in it.</summary>
    NoArticle,

    /// <summary>It is longer than is taken.</summary>
    TooLarge,

    /// <summary>It is not what it should be: no HTML, no XML.</summary>
    Unreadable,

    /// <summary>It leads where the bot does not go: private networks, other schemes.</summary>
    NotPublic,

    /// <summary>It is, or leads to, a page of another site.</summary>
    Elsewhere,

    /// <summary>No article: a feed, a sitemap or an archive page, which lists pages.</summary>
    List,
}
