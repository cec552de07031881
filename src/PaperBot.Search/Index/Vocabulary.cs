using PaperBot.Search.Analysis;

namespace PaperBot.Search.Index;

/// <summary>What terms an index has and in how many documents; finds what a mistyped word was meant to be.</summary>
internal sealed class Vocabulary(IndexConnection connection)
{
    private const int ShortestCorrected = 4;
    private const int LongFrom = 8;
    private const int MostLooked = 50_000;

    // Counting a frequent term reads its whole list, so these numbers are kept; that they are a little old only moves
    // weights.
    private const int Frequent = 200;
    private const int MostKept = 20_000;
    private readonly Dictionary<string, long> _frequent = new(StringComparer.Ordinal);

    public long Documents(string term)
    {
        if (_frequent.TryGetValue(term, out var known))
            return known;
        var count = connection.Number("SELECT doc FROM vocabulary WHERE term = $term", ("$term", term));
        if (count >= Frequent && _frequent.Count < MostKept)
            _frequent[term] = count;
        return count;
    }

    /// <summary>What is kept is forgotten.</summary>
    public void Forget() => _frequent.Clear();

    /// <summary>
    /// The word that begins with what was typed, else the nearest word: one letter wrong, missing, too many or two
    /// exchanged; two from eight letters on. The first letter is right.
    /// </summary>
    public string? Nearest(QueryTerm term)
    {
        var typed = term.Text;
        if (term.Kind != TermKind.Word || typed.Length < ShortestCorrected || !typed.All(char.IsAsciiLetter))
            return null;
        var most = typed.Length >= LongFrom ? 2 : 1;
        string? best = null;
        var (distance, documents) = (most + 1, 0L);
        using var command = connection.Command(
            "SELECT term, doc FROM vocabulary WHERE term >= $from AND term < $to LIMIT $most",
            ("$from", typed[..1]),
            ("$to", ((char)(typed[0] + 1)).ToString()),
            ("$most", MostLooked)
        );
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var word = reader.GetString(0);
            var apart =
                word.StartsWith(typed, StringComparison.Ordinal) && word.Length <= typed.Length + 4
                    ? 1
                    : EditDistance.Of(typed, word, Math.Min(most, distance));
            var count = reader.GetInt64(1);
            if (apart < distance || (apart == distance && apart <= most && count > documents))
                (best, distance, documents) = (word, apart, count);
        }
        return best;
    }
}
