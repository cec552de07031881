using PaperBot.Core.Papers;
using PaperBot.Core.Texts;

namespace PaperBot.Testing.Papers;

/// <summary>Pages of papers that a test gives it.</summary>
public sealed class FakePaperPages : IPaperPageSource
{
    public Dictionary<ArxivId, PaperPage> Pages { get; } = [];

    public Task<PaperPage?> FindAsync(ArxivId paper, Locale locale, CancellationToken cancellationToken) =>
        Task.FromResult(Pages.GetValueOrDefault(paper));
}
