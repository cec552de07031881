namespace PaperBot.Storage.Engines;

/// <summary>
/// Numbers that grow in the order of the commits: who takes one holds the counter until its transaction ends. (A
/// sequence of the engine would hand out 8 and 9 and show 9 first.)
/// </summary>
internal static class Counter
{
    public const string Papers = "papers";
    public const string Articles = "articles";
    public const string Transcripts = "transcripts";

    /// <summary>Takes numbers.</summary>
    /// <returns>The first of them.</returns>
    public static async Task<long> NextAsync(Session session, string name, int count) =>
        await session.FirstAsync<long>(
            "UPDATE counters SET value = value + @count WHERE name = @name RETURNING value",
            new { name, count }
        )
        - count
        + 1;
}
