namespace PaperBot.Storage.Engines;

/// <summary>SQLite's primary result codes, as in https://sqlite.org/rescode.html.</summary>
internal static class SqliteCode
{
    public const int Perm = 3;
    public const int Busy = 5;
    public const int Locked = 6;
    public const int ReadOnly = 8;
    public const int IoError = 10;
    public const int Corrupt = 11;
    public const int Full = 13;
    public const int CantOpen = 14;
    public const int Protocol = 15;
    public const int Auth = 23;
    public const int NotADatabase = 26;

    /// <summary>"PBot", by which a file is known to be PaperBot's.</summary>
    public const int ApplicationId = 0x50426F74;
}
