using Microsoft.Data.Sqlite;

namespace PaperBot.Search.Index;

/// <summary>Puts documents into an index inside one transaction.</summary>
internal sealed class IndexWriter(IndexConnection connection, HashSet<string> knownWords) : IDisposable
{
    private readonly SqliteCommand _document = connection.Command(
        "INSERT INTO documents (key, length, source, tags, day) VALUES ($key, $length, $source, $tags, $day) RETURNING id",
        ("$key", null),
        ("$length", null),
        ("$source", null),
        ("$tags", null),
        ("$day", null)
    );

    private readonly SqliteCommand _terms = connection.Command(
        "INSERT INTO terms (rowid, title, tags, headings, body, comments) VALUES ($id, $0, $1, $2, $3, $4)",
        ("$id", null),
        ("$0", null),
        ("$1", null),
        ("$2", null),
        ("$3", null),
        ("$4", null)
    );

    private readonly SqliteCommand _list = connection.Command(
        "INSERT INTO lists (id, codes) VALUES ($id, $codes)",
        ("$id", null),
        ("$codes", null)
    );

    private readonly SqliteCommand _word = connection.Command(
        "INSERT OR IGNORE INTO words (word) VALUES ($word)",
        ("$word", null)
    );

    private readonly SqliteCommand _known = connection.Command(
        "SELECT id FROM documents WHERE key = $key",
        ("$key", null)
    );

    /// <summary>In place of the document with the same key.</summary>
    public void Put(AnalyzedDocument document)
    {
        Remove(document.Key);
        Set(_document, document.Key, document.Length, document.Source, document.Tags, document.Day);
        var id = _document.ExecuteScalar();
        Set(_terms, [id, .. document.Fields]);
        _terms.ExecuteNonQuery();
        Set(_list, id, document.List);
        _list.ExecuteNonQuery();
        foreach (var word in document.Words)
            if (knownWords.Add(word))
            {
                Set(_word, word);
                _word.ExecuteNonQuery();
            }
    }

    public void Remove(string key)
    {
        Set(_known, key);
        if (_known.ExecuteScalar() is not long id)
            return;
        connection.Run("DELETE FROM terms WHERE rowid = $id", ("$id", id));
        connection.Run("DELETE FROM lists WHERE id = $id", ("$id", id));
        connection.Run("DELETE FROM documents WHERE id = $id", ("$id", id));
    }

    private static void Set(SqliteCommand command, params object?[] values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
    }

    public void Dispose()
    {
        _document.Dispose();
        _terms.Dispose();
        _list.Dispose();
        _word.Dispose();
        _known.Dispose();
    }
}
