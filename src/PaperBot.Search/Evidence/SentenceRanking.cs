using PaperBot.Core.Documents;

namespace PaperBot.Search.Evidence;

/// <summary>
/// The sentences that tell most about a question: those with its terms, in passages that bear on it, in sections that
/// are preferred, with the words that the title is made of; each mostly new beside the ones before.
/// </summary>
internal static class SentenceRanking
{
    private const int FewestWords = 6;
    private const int MostWords = 70;
    private const double MostShared = 0.6;
    private const double PassageShare = 0.3;
    private const double TitleWeight = 0.5;
    private const double CaptionFactor = 0.5;
    private const double NumberFactor = 1.25;

    public static IReadOnlyList<TellingSentence> Of(EvidenceQuery query)
    {
        var documents = query.Documents.Select(DocumentTerms.Of).ToList();
        var question = new QuestionTerms(query.Question);
        var preferred = new PreferredSections(query.Sections);
        var scores = new PassageScores(question, documents);
        var candidates = documents.SelectMany(document => Candidates(document, question, preferred, scores));
        var chosen = new List<(TellingSentence Sentence, HashSet<string> Terms)>();
        foreach (var candidate in candidates.OrderByDescending(found => found.Sentence.Score))
        {
            if (chosen.Count == query.Most)
                break;
            if (chosen.All(taken => !Repeats(candidate.Terms, taken.Terms)))
                chosen.Add(candidate);
        }
        return [.. chosen.Select(taken => taken.Sentence)];
    }

    private static IEnumerable<(TellingSentence Sentence, HashSet<string> Terms)> Candidates(
        DocumentTerms document,
        QuestionTerms question,
        PreferredSections preferred,
        PassageScores scores
    )
    {
        var title = EvidenceTerms.Of(document.Document.Title).ToHashSet();
        for (var i = 0; i < document.Passages.Length; i++)
        {
            var passage = document.Passages[i];
            var factor =
                preferred.Factor(document, passage) * (passage.Kind == PassageKind.Caption ? CaptionFactor : 1);
            var around = scores.Of(document, i);
            if (around <= 0 && factor <= 1)
                continue;
            foreach (var text in Core.Documents.Sentences.Of(passage.Text))
            {
                if (Core.Documents.Sentences.CountWords(text) is < FewestWords or > MostWords || !IsSentence(text))
                    continue;
                var terms = EvidenceTerms.Of(text).ToHashSet();
                var own = question.Terms.Where(terms.Contains).Sum(scores.Idf);
                if (own <= 0 && factor <= 1)
                    continue;
                var about = TitleWeight * title.Count(terms.Contains) / Math.Sqrt(Math.Max(title.Count, 1));
                var score = (own + PassageShare * around + about) * factor;
                if (question.WantsNumber && text.AsSpan().ContainsAnyInRange('0', '9'))
                    score *= NumberFactor;
                yield return (new(document.Document, passage, text, score), terms);
            }
        }
    }

    // A heading or a table's row that slipped into the text is none.
    private static bool IsSentence(string text) => text[^1] is '.' or '!' or '?' or '。' or '！' or '？' or '"' or '”';

    private static bool Repeats(HashSet<string> terms, HashSet<string> taken) =>
        terms.Count(taken.Contains) > MostShared * Math.Min(terms.Count, taken.Count);
}
