using System.Text;
using PaperBot.Core.Papers;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Papers;

/// <summary>
/// Words and phrases that somebody wants to see or not to see. A word matches the beginning of words, whatever the case
/// and the accents (<c>transformer</c> finds "Transformers"); Chinese matches anywhere.
/// </summary>
internal sealed class WordFilter
{
    private const int ContextWords = 7;
    private const int LongestPhrase = 3;

    // From Unicode's private use area; a text that brings its own shows them in bold, no worse.
    private const char Opening = '\ue0f0';
    private const char Closing = '\ue0f1';
    private readonly string[] _words;

    public WordFilter(IEnumerable<string> words) =>
        _words = [.. words.Select(Fold).Select(word => word.Trim()).Where(word => word.Length > 0).Distinct()];

    /// <summary>True when there is nothing to look for.</summary>
    public bool IsEmpty => _words.Length == 0;

    /// <summary>True when title, abstract or an author has one of the words.</summary>
    public bool Matches(Paper paper) =>
        Has(paper.Title) || Has(paper.Abstract) || paper.Authors.Any(author => Has(author.Name));

    /// <summary>True when the text has one of the words.</summary>
    public bool Has(string text)
    {
        var folded = Fold(text);
        return _words.Any(word => Find(folded, word, 0) >= 0);
    }

    /// <summary>The text as Markdown with every match in bold; formulas stay as they are.</summary>
    public string Mark(string text)
    {
        var marked = new StringBuilder(text.Length + 16);
        foreach (var (part, isMath) in MathParts.Of(PaperText.Of(text)))
        {
            if (isMath)
                marked.Append(part);
            else
                MarkPlain(part, marked);
        }

        // Escaped as a whole: what stands at the beginning of a line is known only then.
        return MarkdownText
            .Escape(marked.ToString())
            .Replace(Opening.ToString(), "**", StringComparison.Ordinal)
            .Replace(Closing.ToString(), "**", StringComparison.Ordinal);
    }

    /// <summary>The words around the first match in the abstract, marked; else the authors that match; else null.</summary>
    public string? Excerpt(Paper paper)
    {
        var words = MathParts.Words(paper.Abstract);
        var at = First(words, 1) is >= 0 and var word ? word : First(words, LongestPhrase);
        if (at < 0)
        {
            var authors = paper.Authors.Where(author => Has(author.Name)).Take(3).ToList();
            return authors.Count == 0 ? null : string.Join(", ", authors.Select(author => Mark(author.Name)));
        }

        var from = Math.Max(0, at - ContextWords);
        var to = Math.Min(words.Count, at + ContextWords + LongestPhrase);
        return (from > 0 ? "… " : "") + Mark(Run(words, from, to)) + (to < words.Count ? " …" : "");
    }

    private int First(IReadOnlyList<string> words, int length) =>
        Enumerable.Range(0, words.Count).FirstOrDefault(i => Has(Run(words, i, i + length)), -1);

    private static string Run(IReadOnlyList<string> words, int from, int to) =>
        string.Join(' ', words.Skip(from).Take(to - from));

    private void MarkPlain(string text, StringBuilder marked)
    {
        var folded = Fold(text);
        var from = 0;
        while (from < text.Length)
        {
            var (start, end) = Next(folded, from);
            if (start < 0)
                break;
            marked.Append(text, from, start - from).Append(Opening).Append(text, start, end - start).Append(Closing);
            from = end;
        }

        marked.Append(text, from, text.Length - from);
    }

    /// <summary>The first match, up to the end of its last word so that the bold closes there.</summary>
    private (int Start, int End) Next(string folded, int from)
    {
        var (start, length) = _words
            .Select(word => (At: Find(folded, word, from), word.Length))
            .Where(match => match.At >= 0)
            .OrderBy(match => match.At)
            .ThenByDescending(match => match.Length)
            .FirstOrDefault((-1, 0));
        var end = start + length;
        while (end < folded.Length && start >= 0 && IsLatin(folded[end]) && IsLatin(folded[end - 1]))
            end++;
        return (start, end);
    }

    private static int Find(string folded, string word, int from)
    {
        for (var at = folded.IndexOf(word, from, StringComparison.Ordinal); at >= 0; )
        {
            if (at == 0 || !IsLatin(folded[at - 1]) || !IsLatin(word[0]))
                return at;
            at = folded.IndexOf(word, at + 1, StringComparison.Ordinal);
        }

        return -1;
    }

    private static bool IsLatin(char c) => char.IsLetterOrDigit(c) && c < '\u2e80';

    /// <summary>Character by character, so that places in the folded text are places in the text.</summary>
    private static string Fold(string text) =>
        string.Create(
            text.Length,
            text,
            static (folded, from) =>
            {
                for (var i = 0; i < folded.Length; i++)
                    folded[i] = Fold(from[i]);
            }
        );

    private static char Fold(char c)
    {
        if (c < 128)
            return char.ToLowerInvariant(c);
        if (char.IsSurrogate(c))
            return c;
        return char.IsWhiteSpace(c) ? ' ' : char.ToLowerInvariant(c.ToString().Normalize(NormalizationForm.FormKD)[0]);
    }
}
