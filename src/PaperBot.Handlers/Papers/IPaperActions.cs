using PaperBot.Core.Replies;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Papers;

/// <summary>
/// What a feature adds to the actions of a paper's card. A feature registers one together with its command, so that a
/// card never offers a command that does not exist.
/// </summary>
internal interface IPaperActions
{
    /// <summary>Where its actions stand: smaller comes first. The links are 0, questions 10, citing 20, related 30.</summary>
    int Order { get; }

    /// <summary>The actions for one paper; empty when there is nothing to offer.</summary>
    IEnumerable<ReplyAction> For(FoundPaper paper, Locale locale);
}
