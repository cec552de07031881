using PaperBot.Core.Commands;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Core.Readers;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Papers;
using PaperBot.Handlers.Routing.Parsing;

namespace PaperBot.Handlers.Readers;

/// <summary><c>/vote</c>: for or against a paper, once for each person and place.</summary>
internal sealed class VoteHandler(IPaperUseStore uses, IPaperStore papers, ITexts texts) : ICommandHandler
{
    public CommandSpec Spec { get; } =
        new("vote")
        {
            Aliases = ["投票"],
            Parameters =
            [
                new Parameter("paper", ParameterKind.Paper)
                {
                    Required = true,
                    Positional = true,
                    Aliases = ["论文"],
                },
                new Parameter("vote", ParameterKind.Choice)
                {
                    Positional = true,
                    Aliases = ["票"],
                    Choices =
                    [
                        new Choice("up", "+", "yes", "👍", "赞", "赞成"),
                        new Choice("down", "no", "👎", "踩", "反对"),
                        new Choice("none", "back", "撤回", "取消"),
                    ],
                },
            ],
            Visibility = Visibility.Private,
        };

    public async Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var typed = request.Text("paper")!;
        if (!ArxivId.TryParse(typed, out var id))
            return Errors.UserInput("digest.paper", ("typed", MarkdownText.Code(InputText.Shorten(typed))));
        var vote = request.Text("vote") ?? "up";
        var paper = id.WithoutVersion;
        if (vote == "none")
            await uses.WithdrawAsync(request.Place.Id, paper, request.Person.Id, cancellationToken);
        else
        {
            var kind = vote == "up" ? PaperUseKind.Up : PaperUseKind.Down;
            await uses.NoteAsync(new(request.Place.Id, paper, request.Person.Id, kind), cancellationToken);
        }

        var counts = await uses.CountAsync(request.Place.Id, [paper], cancellationToken);
        var known = await papers.FindAsync([paper], cancellationToken);
        return Reply.Of(
            new Card("vote")
            {
                Markdown = texts.Get(
                    request.Locale,
                    $"reader.vote.{vote}",
                    ("title", known.Count > 0 ? PaperText.Escape(known[0].Paper.Title) : $"`{paper}`"),
                    ("count", counts.GetValueOrDefault(paper)?.Of(PaperUseKind.Up) ?? 0)
                ),
                Actions =
                    vote == "none"
                        ? []
                        : [ReplyAction.Run(texts.Get(request.Locale, "reader.vote.back"), $"/vote {paper} none")],
            }
        ) with
        {
            Visibility = Visibility.Private,
        };
    }
}
