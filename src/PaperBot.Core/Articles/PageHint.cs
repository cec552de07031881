namespace PaperBot.Core.Articles;

/// <summary>What a feed says of a page, for what the page itself does not say.</summary>
public sealed record PageHint
{
    /// <summary>The title; null when the feed has none.</summary>
    public string? Title { get; init; }

    /// <summary>Who wrote it.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>When it was published, as the feed says.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Tags and categories; feeds do not tell them apart.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];
}
