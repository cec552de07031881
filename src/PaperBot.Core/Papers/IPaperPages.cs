namespace PaperBot.Core.Papers;

/// <summary>The bot's own pages about papers, which everybody may read, under <c>Public:Url</c>.</summary>
public interface IPaperPages
{
    /// <summary>The address of a paper's page; null when the bot has no address outside.</summary>
    Uri? Of(ArxivId paper);
}
