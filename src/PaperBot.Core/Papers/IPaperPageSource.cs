using PaperBot.Core.Texts;

namespace PaperBot.Core.Papers;

/// <summary>
/// What stands on a paper's page. It reads the database alone: whoever opens pages causes neither requests to arXiv
/// nor calls of a model.
/// </summary>
public interface IPaperPageSource
{
    /// <summary>The page; null when the paper is not known here.</summary>
    /// <param name="paper">With a version that one; without, the newest for which there are answers, else the latest.</param>
    /// <param name="locale">The language of the page's own words, and of the answers that stand first.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<PaperPage?> FindAsync(ArxivId paper, Locale locale, CancellationToken cancellationToken);
}
