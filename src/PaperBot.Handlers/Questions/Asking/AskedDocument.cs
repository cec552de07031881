using PaperBot.Core.Documents;
using PaperBot.Core.Papers;
using PaperBot.Handlers.Papers;

namespace PaperBot.Handlers.Questions.Asking;

/// <summary>A document that a question is asked over.</summary>
/// <param name="Document">Its text.</param>
/// <param name="Paper">The paper that was looked up for it; null for an upload.</param>
internal sealed record AskedDocument(PaperDocument Document, FoundPaper? Paper)
{
    /// <summary>How it is named: <c>1706.03762v5</c>, or an upload's id.</summary>
    public string Name => Document.Paper?.ToString() ?? Document.Id.ToString();

    /// <summary>The title as a reader knows it.</summary>
    public string Title => Document.Title.Length > 0 || Paper is null ? Document.Title : Paper.Paper.Title;

    /// <summary>A later version than the one that is asked, where one is known.</summary>
    public int? Newer => Paper?.Newer;

    public ArxivId? Id => Document.Paper;
}
