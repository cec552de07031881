using PaperBot.Search.Analysis;

namespace PaperBot.Search.Index;

/// <summary>The terms of a question, each once. Single Chinese characters count only where there is nothing longer.</summary>
internal sealed class QueryTerms : ITermSink
{
    /// <summary>More terms than this make no answer better.</summary>
    private const int Most = 160;

    private readonly List<(string Term, TermKind Kind)> _all = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public static IReadOnlyList<string> Of(string question)
    {
        var sink = new QueryTerms();
        Analyzer.Analyze(question, sink);
        var longer = sink._all.Where(term => term.Kind != TermKind.Character).ToList();
        var kept = longer.Where(term => !StopWords.Contains(term.Term)).ToList();
        if (kept.Count == 0)
            kept = longer.Count > 0 ? longer : sink._all;
        return [.. kept.Select(term => term.Term).Take(Most)];
    }

    public void Add(string term, TermKind kind)
    {
        if (_seen.Add(term))
            _all.Add((term, kind));
    }
}
