namespace PaperBot.Core.Papers;

/// <summary>Where a stored record comes from, from the weakest to the strongest.</summary>
public enum PaperOrigin
{
    /// <summary>The starter library: bibliographic facts and a summary in the bot's own words.</summary>
    Sample,

    /// <summary>An announcement feed or a listing page: complete enough to show, dates of versions missing.</summary>
    Feed,

    /// <summary>arXiv's query API.</summary>
    Api,
}
