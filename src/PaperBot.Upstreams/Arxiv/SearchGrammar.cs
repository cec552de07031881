using System.Globalization;
using System.Text;
using PaperBot.Core.Papers;

namespace PaperBot.Upstreams.Arxiv;

/// <summary>
/// Writes a <see cref="PaperQuery"/> in the query API's grammar (API user's manual, 5.1). What a person typed only
/// ever becomes terms: no character of it reaches the grammar as an operator, a field or a bracket.
/// </summary>
internal static class SearchGrammar
{
    private const int MostTerms = 20;
    private const int LongestInput = 500;

    /// <summary>The <c>search_query</c>; empty when nothing is asked for.</summary>
    public static string Of(PaperQuery query)
    {
        var parts = new List<string>();
        var field = query.TitleOnly ? "ti" : "all";
        parts.AddRange(Terms(query.Words).Take(MostTerms).Select(term => Field(field, term)));
        if (Clean(query.Author ?? "") is { Length: > 0 } author)
            parts.Add(Field("au", author));
        if (query.Categories is { } categories)
            parts.Add(Group(categories.Included));
        if (query.From is not null || query.To is not null)
            parts.Add(Dates(query.From, query.To));
        var all = string.Join(" AND ", parts);
        return all.Length > 0 && query.Categories is { Excluded.Count: > 0 } cut
            ? $"{all} ANDNOT {Group(cut.Excluded)}"
            : all;
    }

    /// <summary>The words and quoted phrases of an input, cleaned.</summary>
    public static IEnumerable<string> Terms(string input)
    {
        var text = input.Length > LongestInput ? input[..LongestInput] : input;
        var pieces = text.Split(['"', '“', '”', '「', '」', '„', '«', '»']);
        for (var i = 0; i < pieces.Length; i++)
        {
            // Every second piece stands between quotation marks, unless the last mark is missing.
            var isPhrase = i % 2 == 1 && i < pieces.Length - 1;
            if (isPhrase && Clean(pieces[i]) is { Length: > 0 } phrase)
                yield return phrase;
            if (isPhrase)
                continue;
            foreach (var word in Clean(pieces[i]).Split(' ', StringSplitOptions.RemoveEmptyEntries))
                yield return word;
        }
    }

    /// <summary>Letters and digits, hyphens and apostrophes inside words, single spaces.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var isInside = clean.Length > 0 && clean[^1] != ' ' && i + 1 < text.Length && IsOfWord(text[i + 1]);
            if (IsOfWord(c) || (c is '-' or '\'' or '.' && isInside))
                clean.Append(c);
            else if (clean.Length > 0 && clean[^1] != ' ')
                clean.Append(' ');
        }

        return clean.ToString().TrimEnd();
    }

    private static bool IsOfWord(char c) =>
        char.IsLetterOrDigit(c)
        || char.IsSurrogate(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static string Field(string field, string term)
    {
        var isPlain = term.All(char.IsLetterOrDigit) && term is not ("AND" or "OR" or "ANDNOT" or "TO" or "NOT");
        return isPlain ? $"{field}:{term}" : $"{field}:\"{term}\"";
    }

    /// <summary>Categories with their aliases, archives as <c>cs.*</c>.</summary>
    private static string Group(IReadOnlyList<string> names)
    {
        var terms = names.SelectMany(name =>
            ArxivCategories.TryFind(name, out var category)
                ? category.Former.Prepend(category.IsArchive ? category.Name + ".*" : category.Name)
                : [name]
        );
        return "(" + string.Join(" OR ", terms.Select(term => "cat:" + term)) + ")";
    }

    private static string Dates(DateOnly? from, DateOnly? to) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"submittedDate:[{from ?? new(1991, 1, 1):yyyyMMdd}0000 TO {to ?? new(2999, 12, 31):yyyyMMdd}2359]"
        );
}
