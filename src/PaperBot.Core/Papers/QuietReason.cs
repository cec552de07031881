namespace PaperBot.Core.Papers;

/// <summary>Why a day has no announcement.</summary>
public enum QuietReason
{
    /// <summary>Friday and Saturday evenings have none.</summary>
    Weekend,

    /// <summary>An arXiv holiday.</summary>
    Holiday,

    /// <summary>It is due, and the feed does not have it yet.</summary>
    NotYet,

    /// <summary>There was one, with nothing in these categories.</summary>
    NothingHere,
}
