using PaperBot.Core.Replies;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Papers;

/// <summary>Citing a paper from its card.</summary>
internal sealed class CiteAction(ITexts texts) : IPaperActions
{
    public int Order => 20;

    public IEnumerable<ReplyAction> For(FoundPaper paper, Locale locale) =>
        [ReplyAction.Run(texts.Get(locale, "paper.action.cite"), $"/cite {paper.Asked}")];
}
