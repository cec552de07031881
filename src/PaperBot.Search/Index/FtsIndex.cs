using System.Globalization;
using Microsoft.Data.Sqlite;

namespace PaperBot.Search.Index;

/// <summary>
/// The full-text index: SQLite FTS5 over terms that <see cref="Analysis.Analyzer"/> made. It holds no text, only
/// terms; it is derived data and can be thrown away at any time. One writer; readers open their own connection.
/// </summary>
public sealed class FtsIndex : IDisposable
{
    // Up to so many documents all terms together are fast enough (figures in docs/benchmarks.md).
    private const int SmallCollection = 20_000;

    // The share of the documents from which candidates come in a large collection.
    private const double CandidateShare = 0.04;

    private readonly SqliteConnection _connection;
    private readonly Lock _lock = new();

    /// <summary>Opens or makes the index.</summary>
    /// <param name="path">The file, or <c>:memory:</c>.</param>
    public FtsIndex(string path)
    {
        _connection = new(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        _connection.Open();
        Run("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536;");
        Run(Schema);
    }

    private const string Schema = """
        CREATE TABLE IF NOT EXISTS documents (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE);
        CREATE VIRTUAL TABLE IF NOT EXISTS terms USING fts5 (
            title, tags, headings, body, comments,
            content = '', contentless_delete = 1,
            tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co'"
        );
        CREATE VIRTUAL TABLE IF NOT EXISTS vocabulary USING fts5vocab (terms, row);
        """;

    /// <summary>How many documents there are.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return Convert.ToInt32(Scalar("SELECT count(*) FROM documents"), CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Adds documents, each in place of the one with the same key; all of them or none.</summary>
    public void Add(IEnumerable<IndexedDocument> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        lock (_lock)
        {
            using var transaction = _connection.BeginTransaction();
            using var known = Command("SELECT id FROM documents WHERE key = $key", "$key");
            using var forget = Command("DELETE FROM terms WHERE rowid = $id", "$id");
            using var name = Command("INSERT INTO documents (key) VALUES ($key) RETURNING id", "$key");
            using var insert = Command(
                "INSERT INTO terms (rowid, title, tags, headings, body, comments) "
                    + "VALUES ($id, $title, $tags, $headings, $body, $comments)",
                "$id",
                "$title",
                "$tags",
                "$headings",
                "$body",
                "$comments"
            );
            foreach (var document in documents)
            {
                known.Parameters[0].Value = document.Key;
                var id = known.ExecuteScalar();
                if (id is not null)
                {
                    forget.Parameters[0].Value = id;
                    forget.ExecuteNonQuery();
                }
                else
                {
                    name.Parameters[0].Value = document.Key;
                    id = name.ExecuteScalar();
                }
                Fill(insert, id!, document);
                insert.ExecuteNonQuery();
            }
            transaction.Commit();
        }
    }

    /// <summary>Removes a document; without effect when it is not there.</summary>
    public void Remove(string key)
    {
        lock (_lock)
        {
            using var transaction = _connection.BeginTransaction();
            using var terms = Command(
                "DELETE FROM terms WHERE rowid = (SELECT id FROM documents WHERE key = $key)",
                "$key"
            );
            terms.Parameters[0].Value = key;
            terms.ExecuteNonQuery();
            using var document = Command("DELETE FROM documents WHERE key = $key", "$key");
            document.Parameters[0].Value = key;
            document.ExecuteNonQuery();
            transaction.Commit();
        }
    }

    /// <summary>Merges the index's segments; worth it after a large build.</summary>
    public void Optimize()
    {
        lock (_lock)
            Run("INSERT INTO terms (terms) VALUES ('optimize')");
    }

    /// <summary>The best documents for a question in plain words, best first.</summary>
    public IReadOnlyList<SearchHit> Search(string question, int most)
    {
        ArgumentNullException.ThrowIfNull(question);
        lock (_lock)
        {
            var count = Count;
            var terms = WithFrequency(QueryTerms.Of(question));
            if (terms.Count == 0)
                return [];
            var all = Match(terms.Select(term => term.Term));
            return count <= SmallCollection ? Ranked(all, null, most) : Ranked(all, Match(Rarest(terms, count)), most);
        }
    }

    private static IEnumerable<string> Rarest(List<(string Term, long Documents)> terms, int count)
    {
        var budget = Math.Max(2_000, count * CandidateShare);
        var spent = 0.0;
        foreach (var (term, documents) in terms.OrderBy(term => term.Documents))
        {
            if (spent > 0 && spent + documents > budget)
                yield break;
            spent += documents;
            yield return term;
        }
    }

    private List<(string Term, long Documents)> WithFrequency(IReadOnlyList<string> terms)
    {
        using var command = Command("SELECT doc FROM vocabulary WHERE term = $term", "$term");
        var known = new List<(string, long)>(terms.Count);
        foreach (var term in terms)
        {
            command.Parameters[0].Value = term;
            if (command.ExecuteScalar() is long documents)
                known.Add((term, documents));
        }
        return known;
    }

    private List<SearchHit> Ranked(string all, string? candidates, int most)
    {
        var among = candidates is null
            ? ""
            : "AND terms.rowid IN (SELECT rowid FROM terms WHERE terms MATCH $candidates) ";
        using var command = Command(
            $"SELECT key, {FieldWeights.Sql} AS score FROM terms JOIN documents ON documents.id = terms.rowid "
                + $"WHERE terms MATCH $all {among}ORDER BY score, key LIMIT $most",
            "$all",
            "$most",
            "$candidates"
        );
        command.Parameters[0].Value = all;
        command.Parameters[1].Value = most;
        command.Parameters[2].Value = (object?)candidates ?? DBNull.Value;
        using var reader = command.ExecuteReader();
        var hits = new List<SearchHit>(most);
        while (reader.Read())
            hits.Add(new SearchHit(reader.GetString(0), -reader.GetDouble(1)));
        return hits;
    }

    // A term holds no quotation mark: Terms.Encode moved it away.
    private static string Match(IEnumerable<string> terms) => string.Join(" OR ", terms.Select(term => $"\"{term}\""));

    private static void Fill(SqliteCommand insert, object id, IndexedDocument document)
    {
        insert.Parameters[0].Value = id;
        insert.Parameters[1].Value = FtsText.Of(document.Title);
        insert.Parameters[2].Value = FtsText.Of(document.Tags);
        insert.Parameters[3].Value = FtsText.Of(document.Headings);
        insert.Parameters[4].Value = FtsText.Of(document.Body);
        insert.Parameters[5].Value = FtsText.Of(document.Comments);
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _connection.Dispose();

    private SqliteCommand Command(string sql, params string[] parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var parameter in parameters)
            command.Parameters.Add(new SqliteParameter { ParameterName = parameter });
        return command;
    }

    private object? Scalar(string sql)
    {
        using var command = Command(sql);
        return command.ExecuteScalar();
    }

    private void Run(string sql)
    {
        using var command = Command(sql);
        command.ExecuteNonQuery();
    }
}
