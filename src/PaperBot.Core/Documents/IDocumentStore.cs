namespace PaperBot.Core.Documents;

/// <summary>
/// Texts that were read before, for answering questions; they are never published. Those of uploads are personal data:
/// <c>Storage:Keep:Uploads</c> after they were read they are deleted.
/// </summary>
public interface IDocumentStore
{
    /// <summary>The longest text of a document, all passages together: 20,000,000 characters.</summary>
    const int LongestText = 20_000_000;

    /// <summary>The document, or null. Whether it may be shown to somebody is the caller's affair.</summary>
    Task<PaperDocument?> FindAsync(DocumentId id, CancellationToken cancellationToken);

    /// <summary>Keeps a document in the place of the one of the same id.</summary>
    Task SaveAsync(PaperDocument document, CancellationToken cancellationToken);
}
