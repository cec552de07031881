using System.Globalization;
using System.Text;

namespace PaperBot.Testing.Arxiv;

/// <summary>
/// The query API's grammar: <c>ti au abs cat all submittedDate</c>, <c>AND OR ANDNOT</c>, brackets and quotation
/// marks. Neighbours without an operator are joined by OR, as at arXiv.
/// </summary>
internal sealed class SearchExpression
{
    private readonly List<SearchTerm> _terms;
    private int _at;

    private SearchExpression(List<SearchTerm> terms) => _terms = terms;

    /// <summary>A test for papers that gives a score; 0 means no.</summary>
    /// <exception cref="FormatException">It is not of the grammar.</exception>
    public static Func<SimulatedPaper, int> Parse(string text)
    {
        var expression = new SearchExpression(Split(text));
        var test = expression.Union();
        return expression._at == expression._terms.Count ? test : throw new FormatException("unbalanced query");
    }

    private Func<SimulatedPaper, int> Union()
    {
        var left = Factor();
        while (_at < _terms.Count && !_terms[_at].Is(")"))
        {
            var sign = _terms[_at] switch
            {
                { IsQuoted: false, Text: "AND" or "OR" or "ANDNOT" } term => term.Text,
                _ => "",
            };
            if (sign.Length > 0)
                _at++;
            var (first, second) = (left, Factor());
            left = sign switch
            {
                "AND" => paper => first(paper) is > 0 and var a && second(paper) is > 0 and var b ? a + b : 0,
                "ANDNOT" => paper => second(paper) > 0 ? 0 : first(paper),
                _ => paper => first(paper) + second(paper),
            };
        }

        return left;
    }

    private Func<SimulatedPaper, int> Factor()
    {
        if (_at >= _terms.Count)
            throw new FormatException("the query ends too early");
        var term = _terms[_at++];
        if (!term.Is("("))
            return Field(term.Text);
        var inner = Union();
        if (_at >= _terms.Count || !_terms[_at++].Is(")"))
            throw new FormatException("a bracket is open");
        return inner;
    }

    private static Func<SimulatedPaper, int> Field(string term)
    {
        var colon = term.IndexOf(':', StringComparison.Ordinal);
        var field = colon < 0 ? "all" : term[..colon];
        var value = term[(colon + 1)..].Trim('"');
        var words = Words(value);
        return field switch
        {
            "ti" => paper => 3 * Count(paper.Title, words),
            "abs" => paper => Count(paper.Abstract, words),
            "au" => paper => paper.Authors.Sum(author => Count(author.Name, words)),
            "co" => paper => Count(paper.Comment ?? "", words),
            "jr" => paper => Count(paper.JournalReference ?? "", words),
            "id" => paper => paper.Id.Paper == value ? 1 : 0,
            "cat" => paper => paper.Categories.Any(name => IsCategory(name, value)) ? 1 : 0,
            "submittedDate" => Dates(value),
            "all" => paper =>
                3 * Count(paper.Title, words)
                + Count(paper.Abstract, words)
                + Count(string.Join(' ', paper.Authors.Select(author => author.Name)), words)
                + (paper.Categories.Any(name => IsCategory(name, value)) ? 1 : 0),
            _ => throw new FormatException($"unknown field {field}"),
        };
    }

    private static bool IsCategory(string name, string pattern) =>
        pattern.EndsWith('*')
            ? name.StartsWith(pattern[..^1], StringComparison.OrdinalIgnoreCase)
            : name.Equals(pattern, StringComparison.OrdinalIgnoreCase);

    private static Func<SimulatedPaper, int> Dates(string range)
    {
        var ends = range.Trim('[', ']').Split(" TO ");
        if (ends.Length != 2)
            throw new FormatException("a range of dates is [a TO b]");
        var (from, to) = (Moment(ends[0]), Moment(ends[1]));
        return paper => paper.Submitted >= from && paper.Submitted <= to ? 1 : 0;
    }

    private static DateTimeOffset Moment(string text) =>
        DateTimeOffset.TryParseExact(
            text.Trim(),
            ["yyyyMMddHHmm", "yyyyMMdd"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var moment
        )
            ? moment
            : throw new FormatException($"no date: {text}");

    /// <summary>How often the words stand one after another.</summary>
    private static int Count(string text, string[] words)
    {
        if (words.Length == 0)
            return 0;
        var all = Words(text);
        var count = 0;
        for (var i = 0; i + words.Length <= all.Length; i++)
        {
            if (all.AsSpan(i, words.Length).SequenceEqual(words))
                count++;
        }

        return count;
    }

    private static string[] Words(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(c))
                folded.Append(char.ToLowerInvariant(c));
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                folded.Append(' ');
        }

        return folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private static List<SearchTerm> Split(string text)
    {
        var terms = new List<SearchTerm>();
        var term = new StringBuilder();
        var (isQuoted, wasQuoted, isRange) = (false, false, false);
        foreach (var c in text)
        {
            if (c == '"')
                (isQuoted, wasQuoted) = (!isQuoted, true);
            if (c is '[' or ']')
                isRange = c == '[';
            if (isQuoted || isRange || !(c is '(' or ')' or ' '))
            {
                term.Append(c);
                continue;
            }

            Flush();
            if (c != ' ')
                terms.Add(new(c.ToString(), false));
        }

        if (isQuoted)
            throw new FormatException("a quotation mark is open");
        Flush();
        return terms;

        void Flush()
        {
            if (term.Length > 0)
                terms.Add(new(term.ToString(), wasQuoted));
            term.Clear();
            wasQuoted = false;
        }
    }
}
