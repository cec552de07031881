namespace PaperBot.Core.Articles;

/// <summary>A choice of stored articles.</summary>
public sealed record ArticleListing
{
    /// <summary>Only of this source; null: all.</summary>
    public string? Source { get; init; }

    /// <summary>Only with this tag or category, compared without regard to case; null: all.</summary>
    public string? Tag { get; init; }

    /// <summary>How many to leave out at the beginning. Default 0.</summary>
    public int Skip { get; init; }

    /// <summary>How many to give, 1 to 100. Default 10.</summary>
    public int Take { get; init; } = 10;
}
