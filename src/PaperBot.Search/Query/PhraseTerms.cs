using PaperBot.Search.Analysis;

namespace PaperBot.Search.Query;

/// <summary>
/// The terms of a phrase in pieces that stand side by side in every document that has the phrase. In a run of Chinese
/// the index has, behind the words, each character followed by its pair with the one before: <c>a, b, ab, c, bc</c>.
/// So a phrase of a, b, c is <c>b, ab, c, bc</c>, whatever stands around it.
/// </summary>
internal sealed class PhraseTerms : ITermSink
{
    private readonly List<List<string>> _pieces =
    [
        [],
    ];
    private TermKind? _before;

    public IReadOnlyList<IReadOnlyList<string>> Pieces => [.. _pieces.Where(piece => piece.Count > 0)];

    public void Add(ReadOnlySpan<char> term, TermKind kind)
    {
        if (kind == TermKind.ChineseWord)
        {
            _before = kind;
            return;
        }
        var chinese = kind is TermKind.Character or TermKind.Bigram;
        var wasChinese = _before is TermKind.Character or TermKind.Bigram;
        if (_before is not null && (chinese != wasChinese || _before == TermKind.ChineseWord))
            _pieces.Add([]);
        var piece = _pieces[^1];
        // The first character goes when its pair comes.
        if (kind == TermKind.Bigram && piece.Count == 2 && term.StartsWith(piece[0], StringComparison.Ordinal))
            piece.RemoveAt(0);
        piece.Add(term.ToString());
        _before = kind;
    }
}
