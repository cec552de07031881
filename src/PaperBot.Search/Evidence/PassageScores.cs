namespace PaperBot.Search.Evidence;

/// <summary>
/// Scores of passages and stretches for one question over some documents. One fixed configuration, measured by
/// <c>evidence-eval</c>.
/// </summary>
internal sealed class PassageScores
{
    private const double K1 = 1.2;
    private const double LengthShare = 0.5;

    // The best single passage of a stretch counts beside the stretch as a whole.
    private const double BestPassageWeight = 0.5;
    private const double PairWeight = 0.5;
    private const double NumberWeight = 0.15;
    private const double TitleWeight = 0.25;
    private const double FirstMentionWeight = 1.0;

    private readonly QuestionTerms _question;
    private readonly Bm25 _ranking;
    private readonly HashSet<TermCounts> _firstMentions = [];
    private readonly double _averagePassage;
    private readonly double _averageStretch;

    public PassageScores(QuestionTerms question, IReadOnlyList<DocumentTerms> documents)
    {
        _question = question;
        var frequency = new Dictionary<string, int>(StringComparer.Ordinal);
        var passages = documents.SelectMany(document => document.Terms).ToList();
        foreach (var term in question.Terms)
            frequency[term] = passages.Count(passage => passage.Counts.ContainsKey(term));
        _ranking = new Bm25(K1, LengthShare, frequency, passages.Count);
        if (question.WantsDefinition)
            foreach (var document in documents)
                if (document.Terms.FirstOrDefault(terms => question.Terms.All(terms.Counts.ContainsKey)) is { } first)
                    _firstMentions.Add(first);
        _averagePassage = passages.Select(passage => passage.Length).DefaultIfEmpty(1).Average();
        _averageStretch = documents
            .SelectMany(document => document.Stretches)
            .Select(stretch => stretch.Terms.Length)
            .DefaultIfEmpty(1)
            .Average();
    }

    /// <summary>How much one passage bears on the question; 0: it has none of its terms.</summary>
    public double Of(DocumentTerms document, int passage)
    {
        var terms = document.Terms[passage];
        var score = _ranking.Score(_question.Terms, terms, _averagePassage);
        if (score <= 0)
            return 0;
        foreach (var (left, right) in _question.Pairs)
            if (terms.Pairs.Contains((left, right)))
                score += PairWeight * Math.Min(_ranking.Idf(left), _ranking.Idf(right));
        if (_firstMentions.Contains(terms))
            score += FirstMentionWeight * _question.Terms.Sum(_ranking.Idf);
        if (_question.WantsNumber && document.Passages[passage].Text.AsSpan().ContainsAnyInRange('0', '9'))
            score *= 1 + NumberWeight;
        return score;
    }

    public double Of(Stretch stretch)
    {
        var score = _ranking.Score(_question.Terms, stretch.Terms, _averageStretch);
        if (score <= 0)
            return 0;
        var best = 0.0;
        for (var passage = stretch.From; passage < stretch.To; passage++)
            best = Math.Max(best, Of(stretch.In, passage));
        var title = stretch.In.SectionTerms[stretch.Section];
        return score + BestPassageWeight * best + TitleWeight * _question.Terms.Where(title.Contains).Sum(_ranking.Idf);
    }

    /// <summary>How rare a term is.</summary>
    public double Idf(string term) => _ranking.Idf(term);
}
