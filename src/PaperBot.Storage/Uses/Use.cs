namespace PaperBot.Storage.Uses;

/// <summary>A kind of thing whose last use is kept.</summary>
/// <param name="sql">Writes the use of <c>@key</c> at <c>@at</c>, unless a later one is known.</param>
internal sealed class Use(string sql)
{
    /// <summary>By the paper's id.</summary>
    public static readonly Use Paper = new(
        "INSERT INTO paper_reads (paper, asked_at) VALUES (@key, @at) "
            + "ON CONFLICT (paper) DO UPDATE SET asked_at = excluded.asked_at "
            + "WHERE paper_reads.asked_at < excluded.asked_at"
    );

    /// <summary>By the owner.</summary>
    public static readonly Use Preferences = new(
        "UPDATE preferences SET used_at = @at WHERE owner = @key AND used_at < @at"
    );

    /// <summary>By the short key.</summary>
    public static readonly Use ShortLine = new(
        "UPDATE short_lines SET used_at = @at WHERE id = @key AND used_at < @at"
    );

    public string Sql => sql;
}
