using PaperBot.Search.Analysis;

namespace PaperBot.Search.Index;

/// <summary>What terms an index has and in how many documents; finds what a mistyped word was meant to be.</summary>
internal sealed class Vocabulary(IndexConnection connection)
{
    private const int ShortestCorrected = 4;
    private const int LongFrom = 8;

    // In a shorter word another letter makes another word: "fair" is not "fail".
    private const int ChangedFrom = 6;
    private const int MostCounted = 20;

    // So many entries of a term are counted; for more, the place of the last one among all documents tells how many.
    private const int Counted = 2_000;

    // Counting takes time, so the numbers of frequent terms are kept; that they are a little old only moves weights.
    private const int Frequent = 200;
    private const int MostKept = 20_000;
    private readonly Dictionary<string, long> _frequent = new(StringComparer.Ordinal);

    /// <summary>A word that may be what somebody mistyped.</summary>
    public static bool IsCorrectable(ReadOnlySpan<char> term, TermKind kind) =>
        kind == TermKind.Word && term.Length >= ShortestCorrected && !term.ContainsAnyExceptInRange('a', 'z');

    /// <summary>In how many documents a term is; near enough above 2,000.</summary>
    public long Documents(string term)
    {
        if (_frequent.TryGetValue(term, out var known))
            return known;
        var count = Count(term);
        if (count >= Frequent && _frequent.Count < MostKept)
            _frequent[term] = count;
        return count;
    }

    /// <summary>What is kept is forgotten.</summary>
    public void Forget() => _frequent.Clear();

    /// <summary>
    /// The word that begins with what was typed, else the nearest word: one letter missing, too many, two exchanged or,
    /// from six letters on, one wrong; two of these from eight letters on. The first letter is right.
    /// </summary>
    public string? Nearest(QueryTerm term)
    {
        var typed = term.Text;
        if (!IsCorrectable(typed, term.Kind))
            return null;
        var most = typed.Length >= LongFrom ? 2 : 1;
        var change = typed.Length >= ChangedFrom ? 1 : 2;
        var (distance, nearest) = (most, new List<string>());
        using var command = connection.Command(
            "SELECT word FROM words WHERE word >= $from AND word < $to",
            ("$from", typed[..1]),
            ("$to", ((char)(typed[0] + 1)).ToString())
        );
        using (var reader = command.ExecuteReader())
            while (reader.Read())
            {
                var word = reader.GetString(0);
                var apart =
                    word.StartsWith(typed, StringComparison.Ordinal) && word.Length <= typed.Length + 4
                        ? 1
                        : EditDistance.Of(typed, word, distance, change);
                if (apart > distance)
                    continue;
                if (apart < distance)
                    nearest.Clear();
                distance = apart;
                nearest.Add(word);
            }
        // Words stay in the table when their documents go.
        return nearest.Take(MostCounted).Where(word => Documents(word) > 0).MaxBy(Documents);
    }

    private long Count(string term)
    {
        using var command = connection.Command(
            $"SELECT count(*), max(rowid) FROM (SELECT rowid FROM terms WHERE terms MATCH $term LIMIT {Counted})",
            ("$term", $"\"{term}\"")
        );
        using var reader = command.ExecuteReader();
        reader.Read();
        var count = reader.GetInt64(0);
        if (count < Counted)
            return count;
        var last = connection.Number("SELECT max(id) FROM documents");
        return Math.Max(count, count * last / reader.GetInt64(1));
    }
}
