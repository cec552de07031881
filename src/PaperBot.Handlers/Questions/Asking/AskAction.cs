using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Papers;

namespace PaperBot.Handlers.Questions.Asking;

/// <summary>Asking about a paper from its card; the platform asks for the question.</summary>
internal sealed class AskAction(ITexts texts) : IPaperActions
{
    public int Order => 11;

    public IEnumerable<ReplyAction> For(FoundPaper paper, Locale locale) =>
        [ReplyAction.Run(texts.Get(locale, "ask.action"), $"/ask {paper.Asked} ?")];
}
