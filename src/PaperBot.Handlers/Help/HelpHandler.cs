using PaperBot.Core.Commands;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Routing;
using PaperBot.Handlers.Routing.Parsing;

namespace PaperBot.Handlers.Help;

/// <summary>How to begin, what there is, and how one command is written; all from the specs.</summary>
internal sealed class HelpHandler(CommandCatalogue catalogue, HelpTasks tasks, HelpList list, HelpPage page)
    : ICommandHandler
{
    public const string Command = "command";

    public CommandSpec Spec { get; } =
        new("help")
        {
            Aliases = ["帮助"],
            Parameters =
            [
                new Parameter(Command)
                {
                    Positional = true,
                    MaxLength = 100,
                    Aliases = ["命令"],
                },
            ],
        };

    public Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(
            request.Text(Command)?.Trim().TrimStart('/', '／', '、') is { Length: > 0 } about
                ? About(about, request)
                : Reply.Of(tasks.Card(request), list.Card(list.Of(request), request.Locale))
        );

    private Outcome<Reply> About(string about, CommandRequest request)
    {
        if (catalogue.Table.Find(about) is { } spec)
            return Reply.Of(page.Card(spec, request.Locale));
        var group = catalogue.Table.Group(about).Where(list.Of(request).Contains).ToList();
        if (group.Count > 0)
            return Reply.Of(list.Card(group, request.Locale));
        var near = NearMiss.Of(about, catalogue.Table.Paths);
        return near.Count > 0
            ? ParseErrors.UnknownCommand(about, near)
            : Errors.NotFound("help.command", ("typed", MarkdownText.Code(InputText.Shorten(about))));
    }
}
