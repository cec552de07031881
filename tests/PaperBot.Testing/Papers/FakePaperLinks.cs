using PaperBot.Core.Papers;

namespace PaperBot.Testing.Papers;

/// <summary>arXiv's own addresses.</summary>
public sealed class FakePaperLinks : IPaperLinks
{
    public Uri Abstract(ArxivId id) => new($"https://arxiv.org/abs/{id}");

    public Uri Pdf(ArxivId id) => new($"https://arxiv.org/pdf/{id}");

    public Uri Html(ArxivId id) => new($"https://arxiv.org/html/{id}");
}
