using Microsoft.Data.Sqlite;

namespace PaperBot.Benchmarks.Evaluation;

/// <summary>
/// What SQLite finds by itself with one of its own tokenizers: title and text as columns, the title twice, every word
/// of the question in quotes and joined by OR.
/// </summary>
internal sealed class TokenizerBaseline : IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly IReadOnlyList<RetrievalDocument> _documents;
    private readonly bool _trigram;

    public TokenizerBaseline(string tokenizer, IReadOnlyList<RetrievalDocument> documents)
    {
        _documents = documents;
        _trigram = tokenizer == "trigram";
        _connection.Open();
        using var create = _connection.CreateCommand();
        create.CommandText = $"CREATE VIRTUAL TABLE docs USING fts5 (title, body, tokenize = '{tokenizer}')";
        create.ExecuteNonQuery();
        using var transaction = _connection.BeginTransaction();
        using var insert = _connection.CreateCommand();
        insert.CommandText = "INSERT INTO docs (rowid, title, body) VALUES ($id, $title, $body)";
        var (id, title, body) = (
            insert.Parameters.Add("$id", SqliteType.Integer),
            insert.Parameters.Add("$title", SqliteType.Text),
            insert.Parameters.Add("$body", SqliteType.Text)
        );
        for (var i = 0; i < documents.Count; i++)
        {
            (id.Value, title.Value, body.Value) = (i, documents[i].Title, documents[i].Text);
            insert.ExecuteNonQuery();
        }
        transaction.Commit();
    }

    public IReadOnlyList<string> Search(string question, int most)
    {
        var words = Words(question).Where(word => !_trigram || word.Length >= 3).Distinct().ToList();
        if (words.Count == 0)
            return [];
        using var search = _connection.CreateCommand();
        search.CommandText = "SELECT rowid FROM docs WHERE docs MATCH $match ORDER BY bm25(docs, 2.0, 1.0) LIMIT $most";
        search.Parameters.AddWithValue("$match", string.Join(" OR ", words.Select(word => $"\"{word}\"")));
        search.Parameters.AddWithValue("$most", most);
        using var reader = search.ExecuteReader();
        var found = new List<string>();
        while (reader.Read())
            found.Add(_documents[(int)reader.GetInt64(0)].Id);
        return found;
    }

    private static IEnumerable<string> Words(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] == '_');
            if (inside && start < 0)
                start = i;
            if (inside || start < 0)
                continue;
            yield return text[start..i].ToLowerInvariant();
            start = -1;
        }
    }

    public void Dispose() => _connection.Dispose();
}
