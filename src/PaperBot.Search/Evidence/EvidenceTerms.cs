using PaperBot.Search.Analysis;

namespace PaperBot.Search.Evidence;

/// <summary>The terms of a text by which evidence is found: stop words and single Chinese characters left out.</summary>
internal sealed class EvidenceTerms : ITermSink
{
    private readonly List<string> _terms = [];
    private readonly List<string> _all = [];

    public static IReadOnlyList<string> Of(string text)
    {
        var terms = new EvidenceTerms();
        Analyzer.Analyze(text, terms);
        return terms._terms;
    }

    /// <summary>The terms of a question; stop words too when it is made of nothing else.</summary>
    public static IReadOnlyList<string> OfQuestion(string text)
    {
        var terms = new EvidenceTerms();
        Analyzer.Analyze(text, terms);
        return terms._terms.Count > 0 ? terms._terms : terms._all;
    }

    public void Add(ReadOnlySpan<char> term, TermKind kind)
    {
        if (kind == TermKind.Character)
            return;
        var text = term.ToString();
        _all.Add(text);
        if (!StopWords.Contains(text))
            _terms.Add(text);
    }
}
