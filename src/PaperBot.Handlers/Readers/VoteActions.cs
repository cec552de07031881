using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Papers;

namespace PaperBot.Handlers.Readers;

/// <summary>Voting and saving from a paper's card.</summary>
internal sealed class VoteActions(ITexts texts) : IPaperActions
{
    public int Order => 25;

    public IEnumerable<ReplyAction> For(FoundPaper paper, Locale locale) =>
        [
            ReplyAction.Run(texts.Get(locale, "reader.action.save"), $"/save {paper.Paper.Id}"),
            ReplyAction.Run("👍", $"/vote {paper.Paper.Id} up"),
            ReplyAction.Run("👎", $"/vote {paper.Paper.Id} down"),
        ];
}
