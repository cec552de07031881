namespace PaperBot.Core.Articles;

/// <summary>What became of a page that a source lists.</summary>
public enum PageState
{
    /// <summary>Listed, not read yet.</summary>
    Waiting,

    /// <summary>An article was taken from it.</summary>
    Taken,

    /// <summary>It is another page's article: a redirect, a copy, a canonical link elsewhere.</summary>
    Duplicate,

    /// <summary>robots.txt does not want it read.</summary>
    Forbidden,

    /// <summary>It is not there (404, 410).</summary>
    Gone,

    /// <summary>It could not be read: the server fails, the connection breaks.</summary>
    Failed,

    /// <summary>There is a page and no article in it.</summary>
    NoArticle,

    /// <summary>It is longer than is taken.</summary>
    TooLarge,

    /// <summary>It is not HTML.</summary>
    NotHtml,

    /// <summary>The address leads where the bot does not go (private networks, other schemes).</summary>
    NotPublic,
}
