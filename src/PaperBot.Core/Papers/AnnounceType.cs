namespace PaperBot.Core.Papers;

/// <summary>How a paper stands in a day's announcement of a category (arXiv's <c>announce_type</c>).</summary>
public enum AnnounceType
{
    /// <summary>New in its primary category.</summary>
    New,

    /// <summary>New, listed here from another category.</summary>
    Cross,

    /// <summary>A new version.</summary>
    Replace,

    /// <summary>A new version of one listed here from another category.</summary>
    ReplaceCross,
}
