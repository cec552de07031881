using PaperBot.Core.Commands;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Core.Readers;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Routing.Parsing;

namespace PaperBot.Handlers.Readers;

/// <summary><c>/saved remove</c>: takes papers off the asker's reading list.</summary>
internal sealed class SavedRemoveHandler(ISavedPaperStore saved, ITexts texts) : ICommandHandler
{
    private static readonly string[] All = ["all", "everything", "全部", "所有"];

    public CommandSpec Spec { get; } =
        new("saved remove")
        {
            Aliases = ["收藏列表 移除", "取消收藏"],
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
        var isAll = All.Contains(typed.Trim(), StringComparer.OrdinalIgnoreCase);
        var papers = ArxivId.FindAll(typed, ISavedPaperStore.Most).Select(found => found.Id.WithoutVersion).ToList();
        if (!isAll && papers.Count == 0)
            return Errors.UserInput("digest.paper", ("typed", MarkdownText.Code(InputText.Shorten(typed))));
        var removed = await saved.RemoveAsync(request.Person.Id, isAll ? null : papers, cancellationToken);
        return Reply.Of(texts.Get(request.Locale, "reader.removed", ("count", removed))) with
        {
            Visibility = Visibility.Private,
        };
    }
}
