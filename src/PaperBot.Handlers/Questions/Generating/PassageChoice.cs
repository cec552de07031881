using PaperBot.Core.Documents;

namespace PaperBot.Handlers.Questions.Generating;

/// <summary>
/// Which passages a model reads: all of them where they fit, else the abstract and those that bear most on the
/// question, in reading order. References are never among them.
/// </summary>
internal sealed class PassageChoice(IEvidenceFinder finder)
{
    // Its key and place and the line breaks around it.
    private const int PassageOverhead = 24;
    private const int MostStretches = 200;

    public IReadOnlyList<(PaperDocument Document, Passage Passage)> Of(
        IReadOnlyList<PaperDocument> documents,
        EvidenceQuery? hint,
        int tokens,
        out bool isAll
    )
    {
        var all = documents
            .SelectMany(document =>
                document
                    .Passages.Where(passage => passage.Kind != PassageKind.Reference)
                    .Select(passage => (Document: document, Passage: passage))
            )
            .ToList();
        isAll = all.Sum(found => Cost(found.Passage)) <= tokens;
        if (isAll)
            return all;
        var chosen = new HashSet<string>();
        foreach (var key in Wanted(documents, hint).Concat(all.Select(found => found.Passage)).DistinctBy(p => p.Key))
        {
            var cost = Cost(key);
            if (cost > tokens)
                break;
            tokens -= cost;
            chosen.Add(key.Key);
        }
        return [.. all.Where(found => chosen.Contains(found.Passage.Key))];
    }

    // What is left of the room goes to the beginning, where papers say what they are about.
    private IEnumerable<Passage> Wanted(IReadOnlyList<PaperDocument> documents, EvidenceQuery? hint)
    {
        foreach (var document in documents)
        foreach (var passage in document.Passages.Where(passage => passage.Kind == PassageKind.Abstract))
            yield return passage;
        if (hint is null)
            yield break;
        foreach (var stretch in finder.Find(hint with { Documents = documents, Most = MostStretches }))
        foreach (var passage in stretch.Passages)
            yield return passage;
    }

    private static int Cost(Passage passage) => TokenGuess.Of(passage.Text) + PassageOverhead;
}
