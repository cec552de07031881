using System.Collections.Concurrent;
using PaperBot.Core.Documents;

namespace PaperBot.Testing.Documents;

/// <summary>Documents in memory.</summary>
public sealed class InMemoryDocumentStore : IDocumentStore
{
    private readonly ConcurrentDictionary<DocumentId, PaperDocument> _documents = [];

    public Task<PaperDocument?> FindAsync(DocumentId id, CancellationToken cancellationToken) =>
        Task.FromResult(_documents.GetValueOrDefault(id));

    public Task SaveAsync(PaperDocument document, CancellationToken cancellationToken)
    {
        _documents[document.Id] = document;
        return Task.CompletedTask;
    }
}
