using PaperBot.Core.Commands;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Privacy;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Privacy;

/// <summary>What is kept, for how long, and which outside service reads what.</summary>
internal sealed class PrivacyHandler(KeptData kept, IEnumerable<IDataRecipient> recipients, ITexts texts)
    : ICommandHandler
{
    private readonly IDataRecipient[] _recipients =
    [
        .. recipients.Where(r => r.Host.Length > 0).OrderBy(r => r.Name, StringComparer.Ordinal),
    ];

    public CommandSpec Spec { get; } = new("privacy") { Aliases = ["隐私"], Visibility = Visibility.Private };

    public async Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var locale = request.Locale;
        var lines = await kept.LinesAsync(request.Person.Id, locale, cancellationToken);
        string[] parts =
        [
            texts.Get(locale, "privacy.kept"),
            lines,
            texts.Get(locale, "privacy.recipients"),
            Recipients(locale),
            texts.Get(locale, "privacy.nothing"),
        ];
        return Reply.Of(
            new Card("privacy")
            {
                Title = texts.Get(locale, "privacy.title"),
                Markdown = string.Join("\n\n", parts.Where(part => part.Length > 0)),
                Actions = [ReplyAction.Run(texts.Get(locale, "privacy.erase"), "/" + EraseHandler.Name)],
            }
        );
    }

    private string Recipients(Locale locale) =>
        _recipients.Length == 0
            ? texts.Get(locale, "privacy.nobody")
            : string.Join(
                '\n',
                _recipients.Select(r =>
                    $"- {texts.Get(locale, $"privacy.recipient.{r.Name}")} ({MarkdownText.Code(r.Host)})"
                )
            );
}
