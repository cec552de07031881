using PaperBot.Core.Commands;
using PaperBot.Core.Documents;
using PaperBot.Core.Identity;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Core.Queues;

namespace PaperBot.Testing.Documents;

/// <summary>Texts of papers that a test gives it.</summary>
public sealed class FakeDocumentSource : IDocumentSource
{
    public Dictionary<ArxivId, PaperDocument> Papers { get; } = [];

    public Task<Outcome<PaperDocument>> FindAsync(ArxivId paper, Caller caller, CancellationToken cancellationToken) =>
        Task.FromResult(
            Papers.TryGetValue(paper, out var found) ? Outcome.Of(found)
            : Papers.FirstOrDefault(p => p.Key.Paper == paper.Paper).Value is { } latest && paper.Version is null
                ? Outcome.Of(latest)
            : Outcome.Fail<PaperDocument>(Errors.NotFound("documents.file", ("paper", paper.ToString())))
        );

    public Task<Outcome<PaperDocument>> ReadUploadAsync(
        IncomingFile file,
        PersonId owner,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public Task<PaperDocument?> FindKeptAsync(DocumentId id, PersonId person, CancellationToken cancellationToken) =>
        Task.FromResult(Papers.Values.FirstOrDefault(document => document.Id == id));
}
