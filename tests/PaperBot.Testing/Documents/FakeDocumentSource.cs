using PaperBot.Core.Commands;
using PaperBot.Core.Documents;
using PaperBot.Core.Identity;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Core.Progress;
using PaperBot.Core.Queues;

namespace PaperBot.Testing.Documents;

/// <summary>Texts of papers that a test gives it.</summary>
public sealed class FakeDocumentSource : IDocumentSource
{
    public Dictionary<ArxivId, PaperDocument> Papers { get; } = [];

    /// <summary>What whoever waits for a text is told; null: nothing.</summary>
    public ProgressUpdate? Waits { get; set; }

    /// <summary>The text of every file that is uploaded.</summary>
    public string Upload { get; set; } = "";

    private readonly Dictionary<DocumentId, PaperDocument> _uploads = [];

    public Task<Outcome<PaperDocument>> FindAsync(ArxivId paper, Caller caller, CancellationToken cancellationToken)
    {
        if (Waits is { } waits)
            caller.Progress.Report(waits);
        return Task.FromResult(
            Papers.TryGetValue(paper, out var found) ? Outcome.Of(found)
            : Papers.FirstOrDefault(p => p.Key.Paper == paper.Paper).Value is { } latest && paper.Version is null
                ? Outcome.Of(latest)
            : Outcome.Fail<PaperDocument>(Errors.NotFound("documents.file", ("paper", paper.ToString())))
        );
    }

    public Task<Outcome<PaperDocument>> ReadUploadAsync(
        IncomingFile file,
        PersonId owner,
        CancellationToken cancellationToken
    )
    {
        var id = DocumentId.OfUpload(owner, System.Text.Encoding.UTF8.GetBytes(Upload));
        var builder = new DocumentBuilder();
        builder.Add(new DocumentPart(PassageKind.Body, Upload) { Pages = [(0, 1)] });
        var document = builder.Build(id, DocumentOrigin.Upload, file.Name, default)! with { Owner = owner, Pages = 1 };
        _uploads[id] = document;
        return Task.FromResult(Outcome.Of(document));
    }

    public Task<PaperDocument?> FindKeptAsync(DocumentId id, PersonId person, CancellationToken cancellationToken) =>
        Task.FromResult(
            _uploads.TryGetValue(id, out var upload)
                ? upload.Owner == person
                    ? upload
                    : null
                : Papers.Values.FirstOrDefault(document => document.Id == id)
        );
}
