using PaperBot.Core.Commands;
using PaperBot.Core.Health;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Status;

/// <summary>What this is.</summary>
internal sealed class AboutHandler(HostFacts host, ITexts texts) : ICommandHandler
{
    public CommandSpec Spec { get; } = new("about") { Aliases = ["关于"] };

    public Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var locale = request.Locale;
        return Task.FromResult<Outcome<Reply>>(
            Reply.Of(
                new Card("about")
                {
                    Title = texts.Get(locale, "about.title", ("version", host.Version)),
                    Markdown = texts.Get(locale, "about.text"),
                    Actions =
                    [
                        ReplyAction.Run(texts.Get(locale, "about.help"), "/help"),
                        ReplyAction.Run(texts.Get(locale, "about.privacy"), "/privacy"),
                        ReplyAction.Run(texts.Get(locale, "about.status"), "/status"),
                    ],
                }
            )
        );
    }
}
