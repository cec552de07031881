using PaperBot.Core.Papers;

namespace PaperBot.Handlers.Papers;

/// <summary>
/// How near papers are to one: telling words and pairs of words of both, weighed by how rare they are among the
/// candidates and double when they stand in its title, and the authors of both.
/// </summary>
internal sealed class RelatedRanking
{
    private const double AuthorWeight = 3;
    private const double PrimaryWeight = 1;
    private const double PairWeight = 1.5;

    // What is a quarter as near as the nearest is there by chance.
    private const double LeastShare = 0.25;
    private const int LeastWords = 2;

    private readonly Paper _paper;
    private readonly List<Candidate> _candidates;
    private readonly Dictionary<string, double> _weights;
    private readonly HashSet<string> _title;
    private readonly HashSet<string> _authors;

    public RelatedRanking(Paper paper, IEnumerable<Paper> others)
    {
        _paper = paper;
        _candidates = [.. others.Select(other => new Candidate(other, Terms(other)))];
        _title = Terms(paper with { Abstract = "" });
        _authors = [.. paper.Authors.Select(author => Words.Key(author.Name))];
        _weights = Terms(paper).ToDictionary(term => term, Weight);
    }

    /// <summary>The nearest, at most so many; none that is there by chance.</summary>
    public IReadOnlyList<RelatedPaper> Nearest(int most)
    {
        var near = _candidates
            .Select(Compare)
            .Where(IsNear)
            .OrderByDescending(paper => paper.Score)
            .ThenBy(paper => paper.Paper.Id.ToString(), StringComparer.Ordinal)
            .ToList();
        return [.. near.TakeWhile(paper => paper.Score >= near[0].Score * LeastShare).Take(most)];
    }

    private RelatedPaper Compare(Candidate other)
    {
        var shared = _weights
            .Where(pair => other.Terms.Contains(pair.Key))
            .OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .ToList();
        List<string> authors =
        [
            .. other.Paper.Authors.Select(author => author.Name).Where(name => _authors.Contains(Words.Key(name))),
        ];
        var score = shared.Sum(pair => pair.Value) + AuthorWeight * Math.Min(2, authors.Count);
        if (_paper.PrimaryCategory is { } category && category == other.Paper.PrimaryCategory)
            score += PrimaryWeight;
        return new(other.Paper, authors, [.. shared.Select(pair => pair.Key)], score);
    }

    private bool IsNear(RelatedPaper near) =>
        near.Authors.Count > 0
        || near.Words.Any(IsPair)
        || (near.Words.Count >= LeastWords && near.Words.Any(_title.Contains));

    private double Weight(string term)
    {
        var rarity = Math.Log((_candidates.Count + 1.0) / (_candidates.Count(c => c.Terms.Contains(term)) + 0.5));
        return rarity * (_title.Contains(term) ? 2 : 1) * (IsPair(term) ? PairWeight : 1);
    }

    private static bool IsPair(string term) => term.Contains(' ', StringComparison.Ordinal);

    private static HashSet<string> Terms(Paper paper) => [.. TellingWords.Of(paper), .. TellingWords.Pairs(paper)];

    private sealed record Candidate(Paper Paper, HashSet<string> Terms);
}
