using System.Text;

namespace PaperBot.Core.Documents;

/// <summary>
/// Makes a document out of headings and paragraphs in reading order: folds white space, cuts long paragraphs at
/// sentences and joins short ones of the same kind and section, so that passages have a like size.
/// </summary>
public sealed class DocumentBuilder
{
    /// <summary>A passage is closed before it grows beyond so many words; only a single sentence may be longer, up to three times.</summary>
    public const int MostWords = 40;

    /// <summary>A paragraph shorter than so many words is joined with the next.</summary>
    public const int FewWords = 15;

    /// <summary>The most passages of a document; what comes behind is left out.</summary>
    public const int MostPassages = 8_000;

    private readonly List<DocumentSection> _sections = [new(null, "", 0)];
    private readonly List<Draft> _drafts = [];
    private readonly StringBuilder _open = new();
    private DocumentPart? _openPart;
    private int? _openPage;
    private int _openWords;

    /// <summary>How many passages there are so far.</summary>
    public int Count => _drafts.Count + (_openPart is null ? 0 : 1);

    /// <summary>Begins a section.</summary>
    public void Add(DocumentSection section)
    {
        Close();
        _sections.Add(section);
    }

    /// <summary>Adds a paragraph to the section that was begun last.</summary>
    public void Add(DocumentPart part)
    {
        ArgumentNullException.ThrowIfNull(part);
        if (_openPart is not null && (_openPart.Kind != part.Kind || !Joins(part.Kind) || _openWords >= FewWords))
            Close();
        foreach (var (start, length) in Sentences.Cut(part.Text))
        {
            var page = PageAt(part, start);
            foreach (var sentence in Pieces(Folded(part.Text.AsSpan(start, length))))
                Append(part, sentence, page);
        }
    }

    /// <summary>The document; null when nothing was added to it.</summary>
    public PaperDocument? Build(DocumentId id, DocumentOrigin origin, string title, DateTimeOffset readAt)
    {
        Close();
        if (_drafts.Count == 0)
            return null;
        var ordered = _drafts.OrderBy(draft => draft.Kind == PassageKind.Reference).Take(MostPassages).ToList();
        return new PaperDocument
        {
            Id = id,
            Origin = origin,
            Title = title,
            Sections = [.. _sections],
            Passages =
            [
                .. ordered.Select(
                    (draft, index) =>
                        new Passage(PassageKey.Of(id, index), draft.Section, draft.Kind, draft.Text)
                        {
                            Page = draft.Page,
                            Anchor = draft.Anchor,
                        }
                ),
            ],
            ReadAt = readAt,
        };
    }

    // A caption or a reference stands for itself.
    private static bool Joins(PassageKind kind) => kind is PassageKind.Body or PassageKind.Abstract;

    private static int? PageAt(DocumentPart part, int at)
    {
        int? page = null;
        foreach (var (start, number) in part.Pages)
            if (start <= at)
                page = number;
        return page;
    }

    private static string Folded(ReadOnlySpan<char> text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
            if (!char.IsWhiteSpace(c) && !char.IsControl(c))
                folded.Append(c);
            else if (folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        return folded.ToString().TrimEnd();
    }

    private void Append(DocumentPart part, string sentence, int? page)
    {
        var words = Sentences.CountWords(sentence);
        if (_openPart is not null && (page != _openPage || _openWords + words > MostWords))
            Close();
        if (_openPart is null)
            (_openPart, _openPage) = (part, page);
        if (_open.Length > 0)
            _open.Append(' ');
        _open.Append(sentence);
        _openWords += words;
    }

    // What has no sentences, as a table's cells, is cut by words.
    private static IEnumerable<string> Pieces(string sentence)
    {
        if (Sentences.CountWords(sentence) <= 3 * MostWords)
            return sentence.Length == 0 ? [] : [sentence];
        return sentence.Split(' ').Chunk(MostWords).Select(words => string.Join(' ', words));
    }

    private void Close()
    {
        if (_openPart is { } part && _open.Length > 0)
            _drafts.Add(new(_sections.Count - 1, part.Kind, _open.ToString(), _openPage, part.Anchor));
        _open.Clear();
        (_openPart, _openPage, _openWords) = (null, null, 0);
    }

    private sealed record Draft(int Section, PassageKind Kind, string Text, int? Page, string? Anchor);
}
