namespace PaperBot.Core.Papers;

/// <summary>
/// The starter library (<c>--samples</c>): some sixty papers with summaries in the bot's own words, so that a machine
/// without internet has something to look up.
/// </summary>
public interface ISampleLibrary
{
    /// <summary>
    /// Puts the samples into <see cref="IPaperStore"/> as <see cref="PaperOrigin.Sample"/>; a paper that arXiv's own
    /// record is stored of keeps that. May be called at every start.
    /// </summary>
    /// <returns>How many papers the library holds.</returns>
    Task<int> LoadAsync(CancellationToken cancellationToken);
}
