namespace PaperBot.Core.Documents;

/// <summary>Where a document's text was read.</summary>
public enum DocumentOrigin
{
    /// <summary>arXiv's HTML version: sections, anchors and formulas are known, pages are not.</summary>
    ArxivHtml,

    /// <summary>arXiv's PDF: pages are known, sections as far as their headings were recognised.</summary>
    ArxivPdf,

    /// <summary>A file that somebody gave: private to that person.</summary>
    Upload,

    /// <summary>The demonstration paper of <c>--samples</c>.</summary>
    Sample,
}
