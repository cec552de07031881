using System.Globalization;
using Microsoft.Data.Sqlite;
using PaperBot.Search.Analysis;
using PaperBot.Search.Query;
using PaperBot.Search.Ranking;

namespace PaperBot.Search.Index;

/// <summary>
/// Searches in two steps: FTS5 finds candidates, in a large collection by the rarest terms within a budget, and
/// <see cref="Ranker"/> puts them in order by all terms.
/// </summary>
internal sealed class IndexReader(IndexConnection connection) : IDisposable
{
    // Up to so many documents the terms together are fast enough without a budget (figures in docs/benchmarks.md).
    private const int SmallCollection = 6_000;

    // How many list entries the candidates may come from in a large collection, as a share of the documents.
    private const double CandidateShare = 0.025;
    private const int LeastBudget = 2_000;

    // How many candidates are ranked by all terms.
    private const int Candidates = 150;

    // FTS5's ranking costs by the square of the terms; the rarest ones find what the others would.
    private const int MostFinding = 40;

    // A guess goes through all words of a letter; a text of rubbish gets no more than these.
    private const int MostGuesses = 12;

    private const string FirstScore = "bm25(terms, 3.0, 1.5, 1.5, 1.0, 0.3)";

    private readonly Vocabulary _vocabulary = new(connection);
    private long _dataVersion = -1;
    private (long Count, double AverageLength) _size;

    public long Count() => Size().Count;

    public long State(string name) => connection.Number("SELECT value FROM state WHERE name = $name", ("$name", name));

    public void Forget()
    {
        _vocabulary.Forget();
        _dataVersion = -1;
    }

    public SearchFound Search(SearchQuery query, int most)
    {
        var size = Size();
        if (size.Count == 0 || most <= 0)
            return SearchFound.Nothing;
        var asked = QueryTerms.All(query.Text);
        if (asked.Count == 0 && query.HasFilter)
            return new(Newest(query, most), []);
        var telling = QueryTerms.Telling(asked);
        var (terms, corrected, unknown) = Known(telling);
        // Nothing telling is known: what is left may still find something.
        var isLeftover = terms.Count == 0;
        if (isLeftover)
            terms = Known([.. asked.Take(QueryTerms.Most).Except(telling)]).Terms;
        if (terms.Count == 0)
            return SearchFound.Nothing;
        var any = MatchText.AnyOf(Rarest(terms, size.Count).Select(term => term.Text));
        var hits = Ranked(any + Conditions(query), query, terms, unknown, most);
        // Who quotes inside a sentence may remember it a little differently; a phrase alone is meant as it stands.
        var withoutPhrases = hits.Count == 0 && query is { Phrases.Count: > 0, HasWords: true };
        if (withoutPhrases)
            hits = Ranked(any + Conditions(query with { Phrases = [] }), query, terms, unknown, most);
        return new(hits, terms)
        {
            Corrected = corrected,
            WithoutPhrases = withoutPhrases && hits.Count > 0,
            IsLeftover = isLeftover,
        };
    }

    /// <summary>Documents with the same telling terms.</summary>
    public SearchFound Related(string text, int most)
    {
        var size = Size();
        var terms = QueryTerms
            .All(text)
            .Where(term => term.Kind != TermKind.Character)
            .Select(term => term with { Documents = _vocabulary.Documents(term.Text) })
            .Where(term => term.Documents > 1 && term.Documents < Math.Max(3, size.Count / 4))
            .OrderByDescending(term => term.Count * Math.Log((size.Count + 1.0) / term.Documents) * term.Weight)
            .Take(25)
            .ToList();
        if (terms.Count == 0)
            return SearchFound.Nothing;
        var match = MatchText.AnyOf(Rarest(terms, size.Count).Select(term => term.Text));
        return new(Ranked(match, new SearchQuery(), terms, [], most), terms);
    }

    // What must and must not be there.
    private static string Conditions(SearchQuery query)
    {
        var match = string.Concat(
            query.Phrases.Select(MatchText.Phrase).OfType<string>().Select(text => $" AND {text}")
        );
        return Without(query) is { } without ? $"{match} NOT {without}" : match;
    }

    private static string? Without(SearchQuery query)
    {
        var without = query.Without.Select(MatchText.Phrase).OfType<string>().ToList();
        return without.Count == 0 ? null : $"({string.Join(" OR ", without)})";
    }

    private (List<QueryTerm> Terms, Dictionary<string, string> Corrected, List<QueryTerm> Unknown) Known(
        IReadOnlyList<QueryTerm> asked
    )
    {
        var known = new List<QueryTerm>(asked.Count);
        var corrected = new Dictionary<string, string>(StringComparer.Ordinal);
        var unknown = new List<QueryTerm>();
        var guesses = 0;
        foreach (var term in asked)
        {
            var documents = _vocabulary.Documents(term.Text);
            var text = term.Text;
            if (
                documents == 0
                && Vocabulary.IsCorrectable(term.Text, term.Kind)
                && guesses++ < MostGuesses
                && _vocabulary.Nearest(term) is { } nearest
            )
            {
                corrected[term.Text] = text = nearest;
                documents = _vocabulary.Documents(nearest);
            }
            var guessed = text != term.Text;
            if (documents == 0)
                unknown.Add(term);
            else if (!known.Exists(other => other.Text == text))
                known.Add(term with { Text = text, Documents = documents, Corrected = guessed });
        }
        return (known, corrected, unknown);
    }

    private static IEnumerable<QueryTerm> Rarest(IReadOnlyList<QueryTerm> terms, long count)
    {
        var budget = count <= SmallCollection ? double.MaxValue : Math.Max(LeastBudget, count * CandidateShare);
        var (spent, taken) = (0.0, 0);
        foreach (var term in Finding(terms).OrderBy(term => term.Documents))
        {
            if (taken > 0 && (spent + term.Documents > budget || taken == MostFinding))
                yield break;
            spent += term.Documents;
            taken++;
            yield return term;
        }
    }

    // A character that stands in a pair finds nothing that the pair's other terms do not find better.
    private static IEnumerable<QueryTerm> Finding(IReadOnlyList<QueryTerm> terms)
    {
        var pairs = string.Concat(terms.Where(term => term.Kind == TermKind.Bigram).Select(term => term.Text));
        return terms.Where(term =>
            term.Kind != TermKind.Character || !pairs.Contains(term.Text, StringComparison.Ordinal)
        );
    }

    private List<SearchHit> Ranked(
        string match,
        SearchQuery query,
        IReadOnlyList<QueryTerm> terms,
        IReadOnlyList<QueryTerm> unknown,
        int most
    )
    {
        var candidates = Math.Max(most, Candidates);
        using var command = connection.Command(
            $"SELECT found.key, codes FROM (SELECT documents.id AS id, key, {FirstScore} AS score "
                + $"FROM terms JOIN documents ON documents.id = terms.rowid WHERE terms MATCH $match{Filter(query)} "
                + "ORDER BY score LIMIT $most) AS found JOIN lists ON lists.id = found.id",
            ("$match", match),
            ("$most", candidates)
        );
        AddFilter(command, query);
        var ranker = new Ranker(terms, unknown, _size.Count, _size.AverageLength);
        using var reader = command.ExecuteReader();
        var scored = new List<(SearchHit Hit, byte[] List)>(candidates);
        while (reader.Read())
        {
            var list = reader.GetFieldValue<byte[]>(1);
            var score = ranker.Score(TermList.Read(list));
            scored.Add((new(reader.GetString(0), score) { Said = ranker.Said }, list));
        }
        return [.. Best(Neighbours.Scored([.. Best(scored, found => found.Hit)]), hit => hit).Take(most)];
    }

    private static IEnumerable<T> Best<T>(IEnumerable<T> found, Func<T, SearchHit> hit) =>
        found.OrderByDescending(one => hit(one).Score).ThenBy(one => hit(one).Key, StringComparer.Ordinal);

    private List<SearchHit> Newest(SearchQuery query, int most)
    {
        var without = Without(query);
        var excluded = without is null ? "" : " AND id NOT IN (SELECT rowid FROM terms WHERE terms MATCH $without)";
        using var command = connection.Command(
            $"SELECT key FROM documents WHERE 1 = 1{Filter(query)}{excluded} ORDER BY day DESC, id DESC LIMIT $most",
            ("$most", most)
        );
        AddFilter(command, query);
        if (without is not null)
            command.Parameters.AddWithValue("$without", without);
        using var reader = command.ExecuteReader();
        var hits = new List<SearchHit>();
        while (reader.Read())
            hits.Add(new(reader.GetString(0), 1));
        return hits;
    }

    private static string Filter(SearchQuery query)
    {
        var tags = query.Tags.Select(
            (_, i) => string.Create(CultureInfo.InvariantCulture, $" AND instr(documents.tags, $tag{i}) > 0")
        );
        // "kexue" is also kexue.fm, and "cs" is cs.CL.
        var sources = query.Sources.Select(
            (_, i) =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"source = $source{i} OR substr(source, 1, length($source{i}) + 1) = $source{i} || '.'"
                )
        );
        return string.Concat(tags)
            + (query.Sources.Count > 0 ? $" AND ({string.Join(" OR ", sources)})" : "")
            + (query.From is null ? "" : " AND day >= $from")
            + (query.To is null ? "" : " AND day <= $to");
    }

    private static void AddFilter(SqliteCommand command, SearchQuery query)
    {
        for (var i = 0; i < query.Tags.Count; i++)
            command.Parameters.AddWithValue(
                string.Create(CultureInfo.InvariantCulture, $"$tag{i}"),
                $"\n{query.Tags[i]}\n"
            );
        for (var i = 0; i < query.Sources.Count; i++)
            command.Parameters.AddWithValue(
                string.Create(CultureInfo.InvariantCulture, $"$source{i}"),
                query.Sources[i]
            );
        if (query.From is not null)
            command.Parameters.AddWithValue("$from", AnalyzedDocument.DayNumber(query.From));
        if (query.To is not null)
            command.Parameters.AddWithValue("$to", AnalyzedDocument.DayNumber(query.To));
    }

    // Counted again when the file has changed, by whichever process.
    private (long Count, double AverageLength) Size()
    {
        var version = connection.Number("PRAGMA data_version");
        if (version == _dataVersion)
            return _size;
        using var command = connection.Command("SELECT count(*), avg(length) FROM documents");
        using var reader = command.ExecuteReader();
        reader.Read();
        var size = (reader.GetInt64(0), reader.IsDBNull(1) ? 0 : reader.GetDouble(1));
        if (Math.Abs(size.Item1 - _size.Count) > _size.Count / 20)
            _vocabulary.Forget();
        _dataVersion = version;
        return _size = size;
    }

    public void Dispose() => connection.Dispose();
}
