using PaperBot.Core.Commands;
using PaperBot.Core.Documents;
using PaperBot.Core.Identity;
using PaperBot.Core.Outcomes;
using PaperBot.Handlers.Papers;

namespace PaperBot.Handlers.Questions.Evidence;

/// <summary>The texts of the papers that a question names.</summary>
internal sealed class QuestionDocuments(PaperFinder finder, IDocumentSource documents)
{
    /// <summary>The most papers that one question is asked over.</summary>
    public const int Most = 5;

    /// <summary>The looked-up papers with their texts, in the order typed; the first error when none can be read.</summary>
    public async Task<Outcome<IReadOnlyList<(FoundPaper Paper, PaperDocument Document)>>> FindAsync(
        IReadOnlyList<FoundPaper> papers,
        CommandRequest request,
        CancellationToken cancellationToken
    )
    {
        var found = new List<(FoundPaper, PaperDocument)>();
        Error? first = null;
        foreach (var paper in papers)
        {
            var id = paper.Paper.VersionedId.Version is null ? paper.Asked : paper.Paper.VersionedId;
            var document = await documents.FindAsync(id, request.Caller, cancellationToken);
            if (document.IsOk)
                found.Add((paper, document.Value));
            else
                first ??= document.Error;
        }
        return found.Count > 0 ? found : first!;
    }

    /// <summary>The files among the names that were typed, and what was typed for papers.</summary>
    public static (IReadOnlyList<DocumentId> Uploads, string Papers) Split(string typed)
    {
        var uploads = new List<DocumentId>();
        var rest = new List<string>();
        foreach (var part in typed.Split([',', '，'], StringSplitOptions.TrimEntries))
            if (DocumentId.TryParse(part, out var id) && id.IsUpload)
                uploads.Add(id);
            else
                rest.Add(part);
        return uploads.Count == 0 ? ([], typed) : (uploads, string.Join(',', rest));
    }

    /// <summary>Files that the person gave; an error when one is not kept any more, or is not that person's.</summary>
    public async Task<Outcome<IReadOnlyList<PaperDocument>>> FindUploadsAsync(
        IReadOnlyList<DocumentId> uploads,
        PersonId person,
        CancellationToken cancellationToken
    )
    {
        var found = new List<PaperDocument>();
        foreach (var id in uploads.Take(Most))
        {
            if (await documents.FindKeptAsync(id, person, cancellationToken) is not { } document)
                return Errors.NotFound("ask.upload.gone");
            found.Add(document);
        }
        return found;
    }

    /// <summary>What was typed for the papers.</summary>
    public Task<Outcome<PaperLookup>> LookUpAsync(
        string typed,
        CommandRequest request,
        CancellationToken cancellationToken
    ) => finder.FindAsync(typed, Most, request.Caller, cancellationToken);
}
