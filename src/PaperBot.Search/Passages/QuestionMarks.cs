using PaperBot.Core.Articles;
using PaperBot.Search.Analysis;
using PaperBot.Search.Index;

namespace PaperBot.Search.Passages;

/// <summary>Finds where a text says what was asked: words, pairs of Chinese characters, whole formulas.</summary>
internal sealed class QuestionMarks
{
    private readonly Dictionary<string, double> _weights = new(StringComparer.Ordinal);
    private readonly bool _singles;

    public QuestionMarks(IReadOnlyList<QueryTerm> terms)
    {
        foreach (var term in terms)
            _weights[term.Text] = term.Weight * Math.Log(1 + 1_000_000.0 / (1 + term.Documents));
        _singles = !terms.Any(term => term.Kind is TermKind.Bigram);
    }

    /// <summary>How much of the question a piece of text says: the terms that it has.</summary>
    public Dictionary<string, double> Said(string text)
    {
        var said = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var term in QueryTerms.All(text))
            if (_weights.TryGetValue(term.Text, out var weight))
                said[term.Text] = weight;
        return said;
    }

    /// <summary>In order, not overlapping; neighbours joined.</summary>
    public IReadOnlyList<TextMark> In(string text)
    {
        var marks = new List<TextMark>();
        foreach (var (start, end, kind) in TextPieces.Of(text))
            if (kind == TextPieceKind.Chinese)
                AddChinese(text, start, end, marks);
            else if (Said(text[start..end]).Count > 0)
                Add(marks, start, end);
        return marks;
    }

    private void AddChinese(string text, int start, int end, List<TextMark> marks)
    {
        for (var i = start; i < end; i++)
        {
            var pair = i + 1 < end ? Folding.Fold(text[i..(i + 2)]) : "";
            if (pair.Length > 0 && _weights.ContainsKey(pair))
                Add(marks, i, i + 2);
            else if (_singles && _weights.ContainsKey(Folding.Fold(text[i..(i + 1)])))
                Add(marks, i, i + 1);
        }
    }

    private static void Add(List<TextMark> marks, int start, int end)
    {
        if (marks.Count > 0 && marks[^1] is var last && start <= last.Start + last.Length)
            marks[^1] = new(last.Start, Math.Max(end, last.Start + last.Length) - last.Start);
        else
            marks.Add(new(start, end - start));
    }
}
