using System.Text.RegularExpressions;
using PaperBot.Core.Documents;
using PaperBot.Search.Evidence;

namespace PaperBot.Benchmarks.Evaluation;

/// <summary>
/// The baseline: BM25 with k1 1.2 and b 0.75 over lower-case words, stop words out, on the finder's own passages and
/// with its own way to choose five of them, so that only the ranking differs.
/// </summary>
internal sealed partial class PlainBm25
{
    private readonly DocumentTerms _document;
    private readonly List<(Stretch Stretch, TermCounts Terms)> _stretches;
    private readonly Bm25 _ranking;
    private readonly double _average;

    public PlainBm25(PaperDocument document)
    {
        _document = DocumentTerms.Of(document);
        var texts = _document.Passages.Select(passage => Words(passage.Text)).ToList();
        _stretches =
        [
            .. _document.Stretches.Select(s => (s, TermCounts.Of([.. texts[s.From..s.To].SelectMany(words => words)]))),
        ];
        var frequency = new Dictionary<string, int>();
        foreach (var term in _stretches.SelectMany(stretch => stretch.Terms.Counts.Keys))
            frequency[term] = frequency.GetValueOrDefault(term) + 1;
        _ranking = new Bm25(1.2, 0.75, frequency, _stretches.Count);
        _average = _stretches.Average(stretch => stretch.Terms.Length);
    }

    public IReadOnlyList<Evidence> Find(string question, int most)
    {
        var words = Words(question).Distinct().ToList();
        return EvidenceFinder.Choose(
            _stretches
                .Select(s => (s.Stretch, Score: _ranking.Score(words, s.Terms, _average)))
                .OrderByDescending(found => found.Score),
            most
        );
    }

    private static List<string> Words(string text) =>
        [
            .. Word()
                .Matches(text)
                .Select(match => match.Value.ToLowerInvariant())
                .Where(word => !StopWords.Contains(word)),
        ];

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.None, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Word();
}
