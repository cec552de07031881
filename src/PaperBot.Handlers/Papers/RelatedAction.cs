using PaperBot.Core.Replies;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Papers;

/// <summary>Looking for related papers from a card.</summary>
internal sealed class RelatedAction(ITexts texts) : IPaperActions
{
    public int Order => 30;

    public IEnumerable<ReplyAction> For(FoundPaper paper, Locale locale) =>
        [ReplyAction.Run(texts.Get(locale, "paper.action.related"), $"/related {paper.Paper.Id}")];
}
