using System.Text;
using System.Text.RegularExpressions;

namespace PaperBot.Core.Papers;

/// <summary>
/// Author lists that come as one line: <c>A. Person (1), B. Person (2) ((1) Here, (2) There)</c>. Source: arXiv's
/// instructions for the authors field.
/// </summary>
public static partial class AuthorList
{
    private const int LongestList = 200_000;
    private const int MatchTimeout = 5_000;

    /// <summary>Reads a line; <c>et al</c> is left out.</summary>
    public static IReadOnlyList<Author> Parse(string? line)
    {
        var text = TexText.Line(line);
        if (text.Length > LongestList)
            text = text[..LongestList];
        var authors = new List<(string Name, string? Note)>();
        var pending = 0;
        foreach (var (piece, isNote) in Pieces(text))
        {
            if (isNote)
            {
                // A note holds for all authors since the last one.
                for (var i = pending; i < authors.Count; i++)
                    authors[i] = (authors[i].Name, piece);
                pending = authors.Count;
            }
            else
            {
                AddNames(piece, authors, ref pending);
            }
        }

        var places = Places(text);
        return authors.ConvertAll(author => new Author(author.Name, Affiliation(author.Note, places)));
    }

    /// <summary>A list cut to what a reader looks at.</summary>
    /// <param name="authors">All of them.</param>
    /// <param name="most">As many are shown at most. Default 40.</param>
    /// <param name="shown">As many are shown when there are more. Default 20.</param>
    /// <returns>The first ones, and how many more there are.</returns>
    public static (IReadOnlyList<Author> Shown, int More) Fold(
        IReadOnlyList<Author> authors,
        int most = 40,
        int shown = 20
    )
    {
        ArgumentNullException.ThrowIfNull(authors);
        return authors.Count <= most ? (authors, 0) : ([.. authors.Take(shown)], authors.Count - shown);
    }

    private static void AddNames(string piece, List<(string Name, string? Note)> authors, ref int pending)
    {
        foreach (var part in Separators().Split(piece))
        {
            var name = Initials().Replace(part.Trim(), ". ");
            if (part == ":")
                pending = authors.Count;
            else if (Suffix().IsMatch(name) && authors.Count > 0)
                authors[^1] = ($"{authors[^1].Name} {name}", authors[^1].Note);
            else if (name.Any(char.IsLetter) && !EtAl().IsMatch(name))
                authors.Add((name, null));
        }
    }

    /// <summary>The text outside brackets and the notes inside, in order; the brackets of a note are balanced.</summary>
    private static IEnumerable<(string Text, bool IsNote)> Pieces(string text)
    {
        var piece = new StringBuilder();
        var depth = 0;
        foreach (var c in text)
        {
            if (c == '(' && depth++ == 0 || c == ')' && depth > 0 && --depth == 0)
            {
                if (piece.Length > 0)
                    yield return (piece.ToString().Trim(), c == ')');
                piece.Clear();
            }
            else
            {
                piece.Append(c);
            }
        }

        if (piece.Length > 0)
            yield return (piece.ToString().Trim(), depth > 0);
    }

    /// <summary>The list of places at the end: <c>((1) Here, (2) There)</c>.</summary>
    private static Dictionary<string, string> Places(string text)
    {
        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (note, _) in Pieces(text).Where(piece => piece.IsNote && piece.Text.StartsWith('(')))
        {
            var pieces = Pieces(note).ToList();
            for (var i = 0; i + 1 < pieces.Count; i++)
            {
                if (pieces[i].IsNote && Key().IsMatch(pieces[i].Text) && !pieces[i + 1].IsNote)
                    places.TryAdd(pieces[i].Text, pieces[i + 1].Text.Trim(' ', ',', ';', '.'));
            }
        }

        return places;
    }

    private static string? Affiliation(string? note, Dictionary<string, string> places)
    {
        if (string.IsNullOrEmpty(note) || note.StartsWith('('))
            return null;
        var keys = Keys().Split(note);
        var named = keys.Where(places.ContainsKey).Select(key => places[key]).ToList();
        return named.Count == keys.Length ? string.Join("; ", named)
            : keys.All(key => Key().IsMatch(key)) ? null
            : note;
    }

    [GeneratedRegex(@"(?:,|;|\band\b|&)|(:)", RegexOptions.IgnoreCase, MatchTimeout)]
    private static partial Regex Separators();

    [GeneratedRegex(@"\.(?=\p{L})", RegexOptions.None, MatchTimeout)]
    private static partial Regex Initials();

    [GeneratedRegex(@"^(?:jr|sr|ii|iii|iv)\.?$", RegexOptions.IgnoreCase, MatchTimeout)]
    private static partial Regex Suffix();

    [GeneratedRegex(@"^et\.? al\b", RegexOptions.IgnoreCase, MatchTimeout)]
    private static partial Regex EtAl();

    [GeneratedRegex(@"^(?:\d{1,3}|[a-z*†‡§])$", RegexOptions.IgnoreCase, MatchTimeout)]
    private static partial Regex Key();

    [GeneratedRegex(@"\s*(?:,|;|\band\b|&)\s*", RegexOptions.IgnoreCase, MatchTimeout)]
    private static partial Regex Keys();
}
