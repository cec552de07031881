namespace PaperBot.Core.Papers;

/// <summary>The addresses that readers are sent to, under <c>Arxiv:LinkUrl</c>.</summary>
public interface IPaperLinks
{
    /// <summary>The abstract page.</summary>
    Uri Abstract(ArxivId id);

    /// <summary>The PDF.</summary>
    Uri Pdf(ArxivId id);

    /// <summary>The HTML version, which exists for many newer papers.</summary>
    Uri Html(ArxivId id);
}
