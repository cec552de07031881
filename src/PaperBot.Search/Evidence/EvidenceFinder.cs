using PaperBot.Core.Documents;

namespace PaperBot.Search.Evidence;

/// <summary>Evidence by words: stretches of about 200 words, the best first, each mostly new beside the ones before.</summary>
internal sealed class EvidenceFinder : IEvidenceFinder
{
    // Of a stretch's passages at most so many may stand in better ones.
    private const double MostShared = 0.25;

    public IReadOnlyList<Core.Documents.Evidence> Find(EvidenceQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var documents = query.Documents.Select(DocumentTerms.Of).ToList();
        var question = new QuestionTerms(query.Question);
        var preferred = new PreferredSections(query.Sections);
        var scores = new PassageScores(question, documents);
        var ranked = documents
            .SelectMany(document => document.Stretches)
            .Select(stretch => (Stretch: stretch, Score: scores.Of(stretch) * preferred.Factor(stretch)))
            .Where(found => found.Score > 0)
            .OrderByDescending(found => found.Score);
        return Choose(ranked, query.Most);
    }

    public IReadOnlyList<TellingSentence> Sentences(EvidenceQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return SentenceRanking.Of(query);
    }

    internal static List<Core.Documents.Evidence> Choose(IEnumerable<(Stretch Stretch, double Score)> ranked, int most)
    {
        var chosen = new List<Core.Documents.Evidence>();
        var used = new HashSet<Passage>(ReferenceEqualityComparer.Instance);
        var words = 0;
        foreach (var (stretch, score) in ranked)
        {
            if (chosen.Count == most)
                break;
            var passages = stretch.In.Passages[stretch.From..stretch.To];
            var fresh = passages.Count(passage => !used.Contains(passage));
            if (passages.Length - fresh > MostShared * passages.Length)
                continue;
            var added = 0;
            for (var i = stretch.From; i < stretch.To; i++)
                added += used.Contains(stretch.In.Passages[i]) ? 0 : stretch.In.Words[i];
            if (words + added > most * DocumentTerms.StretchWords)
                continue;
            words += added;
            used.UnionWith(passages);
            chosen.Add(new(stretch.In.Document, passages, score));
        }
        return chosen;
    }
}
