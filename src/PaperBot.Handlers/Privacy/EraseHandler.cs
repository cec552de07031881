using PaperBot.Core.Commands;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Privacy;

/// <summary>Deletes what is kept of the asker, once they have said so twice.</summary>
internal sealed class EraseHandler(KeptData kept, ITexts texts) : ICommandHandler
{
    public const string Name = "privacy erase";

    private const string Confirm = "confirm";

    public CommandSpec Spec { get; } =
        new(Name)
        {
            Aliases = ["隐私 删除", "隐私 清除"],
            Visibility = Visibility.Private,
            Parameters = [new Parameter(Confirm, ParameterKind.Boolean) { Aliases = ["确认"] }],
        };

    public async Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var (locale, person) = (request.Locale, request.Person.Id);
        if (request.Arguments.Flag(Confirm))
        {
            var (count, someStay) = await kept.EraseAsync(person, cancellationToken);
            return Reply.Of(texts.Get(locale, someStay ? "privacy.erased.some" : "privacy.erased", ("count", count)));
        }
        var lines = await kept.LinesAsync(person, locale, cancellationToken);
        return Reply.Of(
            new Card("erase")
            {
                Title = texts.Get(locale, "privacy.erase.title"),
                Markdown = lines + "\n\n" + texts.Get(locale, "privacy.erase.ask"),
                Actions =
                [
                    ReplyAction.Run(
                        texts.Get(locale, "privacy.erase.confirm"),
                        CommandLine.Format(Spec, (Confirm, true)),
                        ActionEffect.ReplaceInPlace
                    ),
                ],
            }
        );
    }
}
