namespace PaperBot.Upstreams.Documents;

/// <summary>The files that arXiv has of a paper.</summary>
internal enum DocumentFile
{
    /// <summary>The HTML version.</summary>
    Html,

    /// <summary>The PDF.</summary>
    Pdf,
}
