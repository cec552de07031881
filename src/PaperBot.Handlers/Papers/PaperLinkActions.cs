using PaperBot.Core.Papers;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Papers;

/// <summary>The abstract page and the PDF.</summary>
internal sealed class PaperLinkActions(IPaperLinks links, ITexts texts) : IPaperActions
{
    public int Order => 0;

    public IEnumerable<ReplyAction> For(FoundPaper paper, Locale locale)
    {
        yield return ReplyAction.Open(texts.Get(locale, "paper.action.abstract"), links.Abstract(paper.Asked));
        yield return ReplyAction.Open(texts.Get(locale, "paper.action.pdf"), links.Pdf(paper.Asked));
    }
}
