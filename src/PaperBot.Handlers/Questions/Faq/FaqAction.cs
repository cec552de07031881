using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Papers;

namespace PaperBot.Handlers.Questions.Faq;

/// <summary>The FAQ from a paper's card.</summary>
internal sealed class FaqAction(ITexts texts) : IPaperActions
{
    public int Order => 5;

    public IEnumerable<ReplyAction> For(FoundPaper paper, Locale locale) =>
        [ReplyAction.Run(texts.Get(locale, "faq.action"), $"/{FaqHandler.Name} {paper.Asked}")];
}
