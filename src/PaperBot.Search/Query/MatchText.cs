using PaperBot.Search.Analysis;
using PaperBot.Search.Index;

namespace PaperBot.Search.Query;

/// <summary>Writes FTS5 expressions. Terms hold neither quotation marks nor spaces, so nothing can break out.</summary>
internal static class MatchText
{
    public static string AnyOf(IEnumerable<string> terms) =>
        "(" + string.Join(" OR ", terms.Select(term => $"\"{term}\"")) + ")";

    /// <summary>
    /// A phrase: the words of English side by side, each run of Chinese by its pairs; pieces in different scripts must
    /// all be there.
    /// </summary>
    /// <returns>Null when nothing of the phrase is a term.</returns>
    public static string? Phrase(string phrase)
    {
        var sink = new PhraseTerms();
        Analyzer.Analyze(phrase, sink);
        var pieces = sink.Pieces.Where(piece => piece.Count > 0).Take(QueryTerms.Most).ToList();
        return pieces.Count == 0
            ? null
            : "(" + string.Join(" AND ", pieces.Select(piece => $"\"{string.Join(' ', piece)}\"")) + ")";
    }
}
