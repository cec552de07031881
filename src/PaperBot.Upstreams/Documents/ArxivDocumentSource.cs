using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaperBot.Core.Commands;
using PaperBot.Core.Documents;
using PaperBot.Core.Identity;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Core.Queues;
using PaperBot.Upstreams.Queueing;

namespace PaperBot.Upstreams.Documents;

/// <summary>Texts from the store, else from arXiv's HTML, else from its PDF.</summary>
internal sealed partial class ArxivDocumentSource(
    IPaperSource papers,
    IDocumentStore store,
    IUpstreamQueue<DocumentCall, byte[]> queue,
    PdfText pdf,
    PdfLayout layout,
    IOptions<DocumentOptions> options,
    TimeProvider time,
    ILogger<ArxivDocumentSource> logger
) : IDocumentSource
{
    public async Task<Outcome<PaperDocument>> FindAsync(
        ArxivId paper,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var version = await VersionAsync(paper, caller, cancellationToken);
        if (!version.IsOk)
            return version.Error;
        if (await store.FindAsync(DocumentId.Of(version.Value), cancellationToken) is { } kept)
            return kept;
        using var timeout = new CancellationTokenSource(options.Value.TotalTimeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            var read = await FetchAsync(version.Value, caller, both.Token);
            if (read.IsOk)
                await store.SaveAsync(read.Value, cancellationToken);
            return read;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return DocumentErrors.TooSlow();
        }
    }

    public async Task<Outcome<PaperDocument>> ReadUploadAsync(
        IncomingFile file,
        PersonId owner,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(file);
        await using var content = await file.OpenAsync(cancellationToken);
        using var all = new MemoryStream();
        var buffer = new byte[81_920];
        int count;
        while ((count = await content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (all.Length + count > options.Value.LargestFile)
                return DocumentErrors.TooLarge(options.Value.LargestFile / 1_000_000);
            all.Write(buffer, 0, count);
        }
        var bytes = all.ToArray();
        var id = DocumentId.OfUpload(owner, bytes);
        if (await store.FindAsync(id, cancellationToken) is { } kept && kept.Owner == owner)
            return kept;
        var read = await ReadPdfAsync(id, DocumentOrigin.Upload, bytes, cancellationToken);
        if (!read.IsOk)
            return read;
        var document = read.Value with
        {
            Owner = owner,
            Title = read.Value.Title.Length > 0 ? read.Value.Title : file.Name,
        };
        await store.SaveAsync(document, cancellationToken);
        return document;
    }

    public async Task<PaperDocument?> FindKeptAsync(DocumentId id, PersonId person, CancellationToken cancellationToken)
    {
        var kept = await store.FindAsync(id, cancellationToken);
        return kept?.Owner is { } owner && owner != person ? null : kept;
    }

    private async Task<Outcome<ArxivId>> VersionAsync(ArxivId paper, Caller caller, CancellationToken cancellationToken)
    {
        if (paper.Version is not null)
            return paper;
        var found = (await papers.FindAsync([paper], caller, cancellationToken))[paper];
        return found.Then(record =>
            record.Paper.VersionedId.Version is null ? paper.WithVersion(1) : record.Paper.VersionedId
        );
    }

    private async Task<Outcome<PaperDocument>> FetchAsync(
        ArxivId paper,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var html = await queue.CallAsync(new(paper, DocumentFile.Html), caller, cancellationToken);
        if (html.IsOk && ReadHtml(paper, html.Value) is { } document)
            return document;
        // Too many requests now is no reason for another one.
        if (!html.IsOk && html.Error.Kind is not (ErrorKind.NotFound or ErrorKind.UserInput))
            return html.Error;
        var file = await queue.CallAsync(new(paper, DocumentFile.Pdf), caller, cancellationToken);
        if (!file.IsOk)
            return file.Error;
        return await ReadPdfAsync(DocumentId.Of(paper), DocumentOrigin.ArxivPdf, file.Value, cancellationToken);
    }

    private PaperDocument? ReadHtml(ArxivId paper, byte[] html)
    {
        using var stream = new MemoryStream(html, writable: false);
        if (ArxivHtmlReader.Read(stream) is not var (title, builder))
            return null;
        Log.Read(logger, paper.ToString(), DocumentFile.Html, builder.Count);
        return builder.Build(DocumentId.Of(paper), DocumentOrigin.ArxivHtml, title, time.GetUtcNow());
    }

    private async Task<Outcome<PaperDocument>> ReadPdfAsync(
        DocumentId id,
        DocumentOrigin origin,
        byte[] file,
        CancellationToken cancellationToken
    )
    {
        var pages = await pdf.ReadAsync(file, cancellationToken);
        if (!pages.IsOk)
            return pages.Error;
        var text = pages.Value;
        if (
            GarbledText.Is(text)
            && await layout.PagesAsync(file, cancellationToken) is { } other
            && GarbledText.Share(other) < GarbledText.Share(text)
        )
            text = other;
        var (title, builder) = PdfReader.Read(text, await layout.MarksAsync(file, cancellationToken));
        if (builder.Build(id, origin, title, time.GetUtcNow()) is not { } document)
            return DocumentErrors.NoText();
        Log.Read(logger, id.ToString(), DocumentFile.Pdf, document.Passages.Count);
        return document with { Pages = text.Count };
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "Read {Document} from {File}: {Passages} passages.")]
        public static partial void Read(ILogger logger, string document, DocumentFile file, int passages);
    }
}
