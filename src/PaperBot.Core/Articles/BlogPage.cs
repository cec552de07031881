namespace PaperBot.Core.Articles;

/// <summary>A page of a source, and what became of it.</summary>
/// <param name="Source">The source's name.</param>
/// <param name="Address">The canonical address.</param>
public sealed record BlogPage(string Source, Uri Address)
{
    /// <summary>What became of it.</summary>
    public PageState State { get; init; }

    /// <summary>A word or a number on why (an HTTP status); null when the state says it all.</summary>
    public string? Reason { get; init; }

    /// <summary>The article that was taken from it, or whose copy it is.</summary>
    public ArticleId? Article { get; init; }

    /// <summary>When the list says that it was changed last; null when it does not.</summary>
    public DateTimeOffset? ListedAt { get; init; }

    /// <summary>What the feed says of it.</summary>
    public PageHint Hint { get; init; } = new();

    /// <summary>The validator of the last answer (<c>ETag</c>), as sent.</summary>
    public string? ETag { get; init; }

    /// <summary>The validator of the last answer (<c>Last-Modified</c>), as sent.</summary>
    public string? LastModified { get; init; }

    /// <summary>How often in a row it could not be read.</summary>
    public int Failures { get; init; }

    /// <summary>When it is read next; null when it is not read again before its list says that it changed.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>When it was read last; null when it never was.</summary>
    public DateTimeOffset? ReadAt { get; init; }
}
