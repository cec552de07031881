namespace PaperBot.Core.Search;

/// <summary>Where files go that are derived from the database and belong to this machine alone.</summary>
/// <param name="Prefix">
/// The full path that their names begin with: the SQLite database's without its ending, or <c>paperbot</c> in the
/// folder <c>Storage:Directory</c> beside PostgreSQL.
/// </param>
public sealed record DerivedFiles(string Prefix)
{
    /// <summary>The full path of a file: <c>…/paperbot.papers.index</c>.</summary>
    public string PathOf(string name) => $"{Prefix}.{name}";
}
