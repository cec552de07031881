using PaperBot.Core.Identity;
using PaperBot.Core.Papers;

namespace PaperBot.Core.Readers;

/// <summary>The bot's own links that lead on to a paper's PDF and count that it was opened.</summary>
public interface IPaperGates
{
    /// <summary>The link; null where the bot has no address that the outside knows (<c>Public:Url</c>).</summary>
    Task<Uri?> PdfAsync(ArxivId paper, PlaceId place, CancellationToken cancellationToken);
}
