using System.Text;
using PaperBot.Search.Analysis;

namespace PaperBot.Search.Index;

/// <summary>Writes a text's terms as FTS5 reads them: separated by spaces.</summary>
internal sealed class FtsText : ITermSink
{
    private readonly StringBuilder _terms = new();

    public static string Of(string text)
    {
        if (text.Length == 0)
            return "";
        var sink = new FtsText();
        Analyzer.Analyze(text, sink);
        return sink._terms.ToString();
    }

    public void Add(string term, TermKind kind) => _terms.Append(term).Append(' ');
}
