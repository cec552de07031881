using System.Runtime.InteropServices;
using System.Text;
using PaperBot.Search.Analysis;

namespace PaperBot.Search.Index;

/// <summary>A field's terms, once as FTS5 reads them (separated by spaces) and once as <see cref="TermCode"/>s.</summary>
internal sealed class AnalyzedField : ITermSink
{
    private readonly StringBuilder _terms = new();
    private readonly List<uint> _codes = [];
    private readonly HashSet<string>? _words;

    private AnalyzedField(HashSet<string>? words) => _words = words;

    public string Text => _terms.ToString();

    public ReadOnlySpan<uint> Codes => CollectionsMarshal.AsSpan(_codes);

    /// <param name="text">Any text.</param>
    /// <param name="words">Takes the words that somebody may mistype; null: nobody asks for them.</param>
    public static AnalyzedField Of(string text, HashSet<string>? words = null)
    {
        var field = new AnalyzedField(words);
        if (text.Length > 0)
            Analyzer.Analyze(text, field);
        return field;
    }

    public void Add(ReadOnlySpan<char> term, TermKind kind)
    {
        _terms.Append(term).Append(' ');
        _codes.Add(TermCode.Of(term, kind));
        if (_words is not null && Vocabulary.IsCorrectable(term, kind))
            _words.GetAlternateLookup<ReadOnlySpan<char>>().Add(term);
    }
}
