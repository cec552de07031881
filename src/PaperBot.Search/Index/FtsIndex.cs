using Microsoft.Data.Sqlite;

namespace PaperBot.Search.Index;

/// <summary>
/// The full-text index: SQLite FTS5 over terms that <see cref="Analysis.Analyzer"/> made. It holds no text, only
/// terms; it is derived data and can be thrown away at any time. Searches go on while something is written; another
/// process may write to the same file.
/// </summary>
public sealed class FtsIndex : IDisposable
{
    private const string Watermark = "watermark";
    private const int MostWords = 200_000;

    private readonly Lock _writing = new();
    private readonly Lock _reading = new();
    private readonly IndexConnection _writer;

    // What is in the table of words already, so that it is not written again and again.
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly IndexReader _reader;

    /// <summary>Opens or makes the index. A file that cannot be read, or of another layout, is made anew.</summary>
    /// <param name="path">The file.</param>
    public FtsIndex(string path) => (_writer, _reader) = Open(path);

    /// <summary>How many documents there are.</summary>
    public int Count
    {
        get
        {
            lock (_reading)
                return (int)_reader.Count();
        }
    }

    /// <summary>The last change that the index has taken in, as <see cref="Apply"/> was told; 0 for none.</summary>
    public long LastChange
    {
        get
        {
            lock (_reading)
                return _reader.State(Watermark);
        }
    }

    /// <summary>Adds documents, each in place of the one with the same key; all of them or none.</summary>
    public void Add(IEnumerable<IndexedDocument> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        Write(writer =>
        {
            foreach (var document in AnalyzedDocument.Of(documents))
                writer.Put(document);
        });
    }

    /// <summary>
    /// Takes in changes up to a number: all of them and the number, or nothing. Does nothing when another process was
    /// faster.
    /// </summary>
    public void Apply(IReadOnlyCollection<IndexedDocument> put, IReadOnlyCollection<string> removed, long upTo)
    {
        ArgumentNullException.ThrowIfNull(put);
        ArgumentNullException.ThrowIfNull(removed);
        Write(writer =>
        {
            if (_writer.Number("SELECT value FROM state WHERE name = $name", ("$name", Watermark)) >= upTo)
                return;
            foreach (var key in removed)
                writer.Remove(key);
            foreach (var document in AnalyzedDocument.Of(put))
                writer.Put(document);
            _writer.Run(
                "INSERT INTO state VALUES ($name, $value) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                ("$name", Watermark),
                ("$value", upTo)
            );
        });
    }

    /// <summary>Removes a document; without effect when it is not there.</summary>
    public void Remove(string key) => Write(writer => writer.Remove(key));

    /// <summary>Empties the index and forgets the last change, so that it is built from the beginning.</summary>
    public void Clear()
    {
        Write(_ =>
            _writer.Run(
                "INSERT INTO terms (terms) VALUES ('delete-all'); DELETE FROM lists; DELETE FROM documents; DELETE FROM state; DELETE FROM words;"
            )
        );
        lock (_writing)
            _words.Clear();
        lock (_reading)
            _reader.Forget();
    }

    /// <summary>Merges the index's segments; worth it after a large build.</summary>
    public void Optimize()
    {
        lock (_writing)
            _writer.Run("INSERT INTO terms (terms) VALUES ('optimize')");
    }

    /// <summary>The best documents for a question in plain words, best first.</summary>
    public IReadOnlyList<SearchHit> Search(string question, int most)
    {
        ArgumentNullException.ThrowIfNull(question);
        return Search(new Query.SearchQuery { Text = question }, most).Hits;
    }

    internal SearchFound Search(Query.SearchQuery query, int most)
    {
        lock (_reading)
            return _reader.Search(query, most);
    }

    /// <summary>The terms of a document that tell most about it, for what is like it.</summary>
    internal SearchFound Related(string key, string text, int most)
    {
        lock (_reading)
        {
            var found = _reader.Related(text, most + 1);
            return found with { Hits = [.. found.Hits.Where(hit => hit.Key != key).Take(most)] };
        }
    }

    private void Write(Action<IndexWriter> write)
    {
        lock (_writing)
        {
            if (_words.Count > MostWords)
                _words.Clear();
            var done = false;
            try
            {
                using var transaction = _writer.BeginWriting();
                using var writer = new IndexWriter(_writer, _words);
                write(writer);
                transaction.Commit();
                done = true;
            }
            finally
            {
                if (!done)
                    _words.Clear();
            }
        }
    }

    private static (IndexConnection, IndexReader) Open(string path)
    {
        try
        {
            return OpenOnce(path);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 11 or 26)
        {
            // SQLITE_CORRUPT, SQLITE_NOTADB: derived data, so it is made again.
            Delete(path);
            return OpenOnce(path);
        }
    }

    private static (IndexConnection, IndexReader) OpenOnce(string path)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { Length: > 0 } folder)
            Directory.CreateDirectory(folder);
        var connection = new IndexConnection(path);
        try
        {
            if (connection.IsForeign())
            {
                connection.Dispose();
                Delete(path);
                connection = new IndexConnection(path);
                connection.IsForeign();
            }
            return (connection, new IndexReader(new IndexConnection(path)));
        }
        catch (SqliteException)
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Delete(string path)
    {
        foreach (var suffix in (string[])["", "-wal", "-shm"])
            File.Delete(path + suffix);
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        lock (_reading)
            _reader.Dispose();
        lock (_writing)
            _writer.Dispose();
    }
}
