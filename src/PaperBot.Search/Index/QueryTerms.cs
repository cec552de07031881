using PaperBot.Search.Analysis;

namespace PaperBot.Search.Index;

/// <summary>The terms of a question, each once, in order.</summary>
internal sealed class QueryTerms : ITermSink
{
    /// <summary>More terms than this make no answer better.</summary>
    public const int Most = 160;

    private readonly List<string> _order = [];
    private readonly Dictionary<string, QueryTerm> _terms = new(StringComparer.Ordinal);

    /// <summary>All terms of a text, words that tell nothing too.</summary>
    public static IReadOnlyList<QueryTerm> All(string question)
    {
        var sink = new QueryTerms();
        Analyzer.Analyze(question, sink);
        return [.. sink._order.Select(term => sink._terms[term])];
    }

    /// <summary>The terms that tell something; where there is none, all.</summary>
    public static IReadOnlyList<QueryTerm> Of(string question) => Telling(All(question));

    public static IReadOnlyList<QueryTerm> Telling(IReadOnlyList<QueryTerm> all)
    {
        var kept = all.Where(term => !StopWords.Contains(term.Text)).Take(Most).ToList();
        return kept.Count > 0 ? kept : [.. all.Take(Most)];
    }

    public void Add(ReadOnlySpan<char> term, TermKind kind)
    {
        if (_terms.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(term, out var known))
            _terms[known.Text] = known with { Count = known.Count + 1 };
        else if (_order.Count < 4 * Most)
        {
            var text = term.ToString();
            _order.Add(text);
            _terms[text] = new(text, kind, 1);
        }
    }
}
