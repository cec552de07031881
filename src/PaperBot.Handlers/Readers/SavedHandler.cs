using PaperBot.Core.Commands;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Core.Readers;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Papers;

namespace PaperBot.Handlers.Readers;

/// <summary><c>/saved</c>: the asker's reading list.</summary>
internal sealed class SavedHandler(ISavedPaperStore saved, SavedPapers papers, PaperLine lines, ITexts texts)
    : ICommandHandler
{
    private const int PageSize = 10;

    public CommandSpec Spec { get; } =
        new("saved")
        {
            Aliases = ["收藏列表", "收藏夹"],
            Parameters =
            [
                new Parameter("page", ParameterKind.Integer)
                {
                    Aliases = ["页"],
                    Minimum = 1,
                    Maximum = ISavedPaperStore.Most,
                },
            ],
            Visibility = Visibility.Private,
        };

    /// <summary>Numbers beyond it open nothing.</summary>
    private const int MostNumbers = 60;

    public async Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var locale = request.Locale;
        var ids = await saved.ListAsync(request.Person.Id, cancellationToken);
        if (ids.Count == 0)
            return Errors.NotFound("reader.none");
        var page = (int)(request.Arguments.Integer("page") ?? 1);
        var pages = (ids.Count + PageSize - 1) / PageSize;
        if (page > pages)
            return Errors.UserInput("list.page", ("page", page), ("pages", pages));
        var first = (page - 1) * PageSize;
        var shown = ids.Skip(first).Take(PageSize).ToList();
        var records = await papers.FindAsync(shown, request.Caller, cancellationToken);
        var entries = shown.Select(
            (id, i) =>
                NumberedLine.Of(
                    first + i + 1,
                    records.TryGetValue(id, out var paper) ? lines.Of(paper, locale) : $"`{id}`"
                )
        );
        return Reply.Of(
            new Card("saved")
            {
                Markdown = texts.Get(locale, "reader.list", ("all", ids.Count)) + "\n\n" + string.Join('\n', entries),
                Actions =
                [
                    .. PageActions.Of(page, pages, number => $"/saved page:{number}", texts, locale),
                    ReplyAction.Run(texts.Get(locale, "reader.action.export"), "/saved export"),
                    ReplyAction.Run(texts.Get(locale, "reader.action.remove"), "/saved remove papers:?"),
                ],
            }
        ) with
        {
            Visibility = Visibility.Private,
            Choices = first + shown.Count <= MostNumbers ? [.. ids.Take(first + shown.Count).Select(Open)] : [],
        };
    }

    private static string Open(ArxivId id) => $"/paper {id}";
}
