using PaperBot.Search.Analysis;
using PaperBot.Search.Index;

namespace PaperBot.Search.Ranking;

/// <summary>
/// Scores documents by their terms in order: BM25 over all fields (k1 1.2, b 0.75, titles two and a half times), how much of the
/// question stands close together somewhere, and how much of the title the question names. One setting for every
/// collection and both languages; figures in docs/benchmarks.md.
/// </summary>
internal sealed class Ranker
{
    private const double K1 = 1.2;
    private const double B = 0.75;

    // Words that stand together in so many are one passage.
    private const int Window = 30;
    private const double PassageWeight = 0.3;
    private const double TitleWeight = 0.5;

    // A question's word said again counts by BM25's third part.
    private const double K3 = 2;

    // A text shorter than half the average is no better for it: often only a title is known.
    private const double LeastLength = 0.5;

    // By field: title, tags, headings, body, comments.
    private static readonly double[] FieldWeights = [2.5, 1.5, 1.5, 1.0, 0.3];
    private const int Title = 0;
    private const int Comments = 4;

    private readonly Dictionary<uint, int> _places = [];

    // Most of a document's terms are none of the question's: this is seen without a look into the dictionary.
    private readonly bool[] _perhaps = new bool[1 << 14];
    private readonly double[] _idf;
    private readonly double[] _factor;
    private readonly double[] _frequency;
    private readonly int[] _inWindow;

    // What each word tells, of however many terms it is made; 0 for a term that is no word.
    private readonly double[] _told;
    private readonly double _averageLength;
    private readonly double _unknownIdf;

    // Words and characters of the document, in all fields.
    private int _length;

    // What all words of the question tell, in whichever script, those that no document has among them.
    private readonly double _asked;
    private readonly Queue<(int Term, int Position)> _window = new();

    public Ranker(
        IReadOnlyList<QueryTerm> terms,
        IReadOnlyList<QueryTerm> unknown,
        long documents,
        double averageLength
    )
    {
        _averageLength = Math.Max(1, averageLength);
        _idf = new double[terms.Count];
        _factor = new double[terms.Count];
        _frequency = new double[terms.Count];
        _inWindow = new int[terms.Count];
        _unknownIdf = Idf(documents, documents / 100.0);
        _told = [.. terms.Select(term => IsWord(term) ? Idf(documents, term.Documents) * term.Certainty : 0)];
        _asked = _told.Sum() + unknown.Count(IsWord) * Idf(documents, 0);
        for (var i = 0; i < terms.Count; i++)
        {
            _places.TryAdd(TermCode.Hash(terms[i].Text), i);
            _perhaps[Short(TermCode.Hash(terms[i].Text))] = true;
            _idf[i] = Idf(documents, terms[i].Documents) * terms[i].Weight;
            _factor[i] = (K3 + 1) * terms[i].Count / (terms[i].Count + K3);
        }
    }

    /// <summary>What part of the question's words the document has that was scored last; 1 for a question without.</summary>
    public double Said { get; private set; } = 1;

    public double Score(ReadOnlySpan<uint> document)
    {
        Array.Clear(_frequency);
        _length = 0;
        var (start, passage, title) = (TermList.Fields, 0.0, 0.0);
        for (var field = 0; field < TermList.Fields; field++)
        {
            var codes = document.Slice(start, (int)document[field]);
            start += codes.Length;
            if (codes.IsEmpty)
                continue;
            var best = Count(codes, FieldWeights[field]);
            passage = Math.Max(passage, field == Comments ? best / 2 : best);
            if (field == Title)
                title = TitleShare(codes);
        }
        var score = PassageWeight * passage + TitleWeight * title;
        var k = K1 * (1 - B + B * Math.Max(LeastLength, _length / _averageLength));
        var said = 0.0;
        for (var i = 0; i < _frequency.Length; i++)
            if (_frequency[i] > 0)
            {
                said += _told[i];
                score += _factor[i] * _idf[i] * _frequency[i] * (K1 + 1) / (_frequency[i] + k);
            }
        Said = _asked > 0 ? said / _asked : 1;
        return score;
    }

    // Counts the field's terms; returns the greatest weight of different terms inside one window.
    private double Count(ReadOnlySpan<uint> codes, double weight)
    {
        _window.Clear();
        Array.Clear(_inWindow);
        var (position, sum, best) = (0, 0.0, 0.0);
        foreach (var code in codes)
        {
            if (TermCode.Advances(code))
                position++;
            if (!_perhaps[Short(code)] || !_places.TryGetValue(TermCode.WithoutPosition(code), out var term))
                continue;
            _frequency[term] += weight;
            _window.Enqueue((term, position));
            if (_inWindow[term]++ == 0)
                sum += _idf[term];
            while (position - _window.Peek().Position > Window)
                if (--_inWindow[_window.Dequeue().Term] is var left && left == 0)
                    sum = Sum();
            best = Math.Max(best, sum);
        }
        _length += position;
        return best;
    }

    private double Sum()
    {
        var sum = 0.0;
        for (var i = 0; i < _inWindow.Length; i++)
            if (_inWindow[i] > 0)
                sum += _idf[i];
        return sum;
    }

    // What of the title the question names, times the share of the title that this is.
    private double TitleShare(ReadOnlySpan<uint> codes)
    {
        var seen = new HashSet<uint>(codes.Length);
        var (named, all) = (0.0, 0.0);
        foreach (var code in codes)
        {
            if (!seen.Add(TermCode.WithoutPosition(code)))
                continue;
            var weight = _places.TryGetValue(TermCode.WithoutPosition(code), out var term) ? _idf[term] : -1;
            named += Math.Max(0, weight);
            all += weight < 0 ? _unknownIdf : weight;
        }
        return all > 0 ? named * named / all : 0;
    }

    // Pairs of characters across the bounds of words say nothing about what was meant.
    private static bool IsWord(QueryTerm term) => term.Kind is TermKind.Word or TermKind.ChineseWord;

    private static int Short(uint code) => (int)(code & 0x3FFF);

    private static double Idf(long documents, double with) => Math.Log(1 + (documents - with + 0.5) / (with + 0.5));
}
