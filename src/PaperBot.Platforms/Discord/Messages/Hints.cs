using PaperBot.Core.Commands;
using PaperBot.Core.Conversations;
using PaperBot.Core.Identity;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;

namespace PaperBot.Platforms.Discord.Messages;

/// <summary>What helps on who mentions the bot without a word.</summary>
internal sealed class Hints(ICommandRouter router, IConversationStore conversations, ITexts texts)
{
    private const string Paper = "paper";

    /// <summary>
    /// How to ask; in a thread that was opened for a conversation with the button that asks further, elsewhere with one
    /// that looks a paper up.
    /// </summary>
    public async Task<Reply> BareAsync(ConversationId conversation, Locale locale, CancellationToken cancellationToken)
    {
        var talk = await conversations.TalkAsync(conversation, cancellationToken);
        var actions = new List<ReplyAction>();
        if (talk is null && router.Specs.Any(spec => spec.Name == Paper))
            actions.Add(ReplyAction.Run(texts.Get(locale, "discord.lookup"), $"/{Paper} {CommandLine.Ask}"));
        actions.Add(ReplyAction.Run(texts.Get(locale, "discord.help"), "/help"));
        var card = new Card("hint")
        {
            Markdown = texts.Get(locale, talk is null ? "discord.hint" : "discord.thread"),
            Actions = actions,
        };
        return Reply.Of(card) with { Talk = talk is null ? null : new Talk("thread", talk) };
    }
}
