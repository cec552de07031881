using PaperBot.Core.Commands;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Readers;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Papers;
using PaperBot.Handlers.Routing;

namespace PaperBot.Handlers.Readers;

/// <summary><c>/save</c>: puts papers on the asker's reading list.</summary>
internal sealed class SaveHandler(
    PaperFinder finder,
    PaperChoice choice,
    ISavedPaperStore saved,
    ErrorWords words,
    ITexts texts
) : ICommandHandler
{
    private const int MostPapers = 50;

    public CommandSpec Spec { get; } =
        new("save")
        {
            Aliases = ["收藏"],
            Parameters =
            [
                new Parameter("papers", ParameterKind.Paper)
                {
                    Required = true,
                    Positional = true,
                    Many = true,
                    Aliases = ["论文"],
                },
            ],
            Visibility = Visibility.Private,
        };

    public async Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var typed = string.Join(' ', request.Arguments.Texts("papers"));
        var lookup = await finder.FindAsync(typed, MostPapers, request.Caller, cancellationToken);
        if (!lookup.IsOk)
            return lookup.Error;
        if (lookup.Value.Choices.Count > 0)
            return await choice.OfAsync(request, typed, lookup.Value, id => $"/save {id}", cancellationToken);
        var papers = lookup.Value.Found.Select(found => found.Paper.Id).Distinct().ToList();
        var count = await saved.SaveAsync(request.Person.Id, papers, cancellationToken);
        var all = await saved.ListAsync(request.Person.Id, cancellationToken);
        if (count == 0 && all.Count >= ISavedPaperStore.Most && papers.Except(all).Any())
            return Errors.Refused("reader.full", ("most", ISavedPaperStore.Most));
        var text = texts.Get(
            request.Locale,
            count == 0 ? "reader.saved.before" : "reader.saved",
            ("count", count),
            ("all", all.Count)
        );
        if (lookup.Value.Failed.Count > 0)
            text += "\n\n" + PaperFailures.Of(lookup.Value.Failed, words, texts, request.Locale);
        if (lookup.Value.Left.Count > 0)
            text +=
                "\n\n"
                + texts.Get(request.Locale, "cite.left", ("most", MostPapers), ("left", lookup.Value.Left.Count));
        return Reply.Of(
            new Card("saved")
            {
                Markdown = text,
                Actions =
                [
                    ReplyAction.Run(texts.Get(request.Locale, "reader.action.list"), "/saved"),
                    ReplyAction.Run(texts.Get(request.Locale, "reader.action.export"), "/saved export"),
                ],
            }
        ) with
        {
            Visibility = Visibility.Private,
        };
    }
}
