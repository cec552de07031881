using PaperBot.Core.Commands;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;

namespace PaperBot.Platforms.Discord.Messages;

/// <summary>What helps a conversation on, where Discord hides the text of messages that do not mention the bot.</summary>
internal sealed class Hints(ICommandRouter router, ITexts texts)
{
    private const string Command = "ask";

    /// <summary>The answer to a mention without a word.</summary>
    public Reply Bare(Locale locale) => WithForm(Reply.Of(texts.Get(locale, "discord.hint")), locale, [Help(locale)]);

    /// <summary>The reply with a button that opens a form for the next question, once the bot answers questions.</summary>
    public Reply WithForm(Reply reply, Locale locale) => WithForm(reply, locale, []);

    private Reply WithForm(Reply reply, Locale locale, IReadOnlyList<ReplyAction> more)
    {
        List<ReplyAction> actions = [.. more];
        if (router.Specs.Any(spec => spec.Name == Command))
            actions.Insert(0, ReplyAction.Run(texts.Get(locale, "discord.ask"), $"/{Command} {CommandLine.Ask}"));
        if (actions.Count == 0)
            return reply;
        var last = reply.Cards[^1];
        return reply with
        {
            Cards = [.. reply.Cards.SkipLast(1), last with { Actions = [.. last.Actions, .. actions] }],
        };
    }

    private ReplyAction Help(Locale locale) => ReplyAction.Run(texts.Get(locale, "discord.help"), "/help");
}
