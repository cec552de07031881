using PaperBot.Core.Commands;
using PaperBot.Core.Identity;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Core.Queues;

namespace PaperBot.Core.Documents;

/// <summary>Texts of papers: from the store where they were read before, else from arXiv through its queue.</summary>
public interface IDocumentSource
{
    /// <summary>The text of a paper: HTML where arXiv has it, else the PDF.</summary>
    /// <param name="paper">With a version that version, without one the latest known.</param>
    /// <param name="caller">Whose turn it takes, and who hears of the wait.</param>
    /// <param name="cancellationToken">Gives up; a download that others wait for goes on.</param>
    /// <returns>
    /// The document; or not found, upstream down (arXiv, or a missing <c>pdftotext</c>), or user input when the file
    /// holds no text that can be read.
    /// </returns>
    Task<Outcome<PaperDocument>> FindAsync(ArxivId paper, Caller caller, CancellationToken cancellationToken);

    /// <summary>
    /// Reads a PDF that somebody gave and keeps its text for that person only (<c>Documents:KeepUploads</c>).
    /// Whether the person may is the command's affair.
    /// </summary>
    Task<Outcome<PaperDocument>> ReadUploadAsync(
        IncomingFile file,
        PersonId owner,
        CancellationToken cancellationToken
    );

    /// <summary>A document that was read before; an upload only for its owner. Null when there is none (any more).</summary>
    Task<PaperDocument?> FindKeptAsync(DocumentId id, PersonId person, CancellationToken cancellationToken);
}
