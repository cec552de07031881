using PaperBot.Core.Commands;
using PaperBot.Core.Documents;
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

    /// <summary>What was typed for the papers.</summary>
    public Task<Outcome<PaperLookup>> LookUpAsync(
        string typed,
        CommandRequest request,
        CancellationToken cancellationToken
    ) => finder.FindAsync(typed, Most, request.Caller, cancellationToken);
}
