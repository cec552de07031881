namespace PaperBot.Upstreams.Documents;

/// <summary>Names of the HTTP client of papers' files.</summary>
internal static class DocumentHttp
{
    /// <summary>The client's name in the factory.</summary>
    public const string Client = "arxiv-documents";

    /// <summary>.NET sends no such header by itself, and arXiv answers 406 without one.</summary>
    public const string Accept = "text/html, application/pdf, */*";
}
