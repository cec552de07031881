using PaperBot.Core.Commands;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Routing;
using PaperBot.Handlers.Routing.Parsing;

namespace PaperBot.Handlers.Help;

/// <summary>
/// The tasks that help begins with: <c>help.task.1.title</c> and <c>help.task.1.line</c> to four. A task whose command
/// this bot does not have is left out.
/// </summary>
internal sealed class HelpTasks(CommandCatalogue catalogue, ITexts texts)
{
    private const int Most = 4;

    public Card Card(CommandRequest request)
    {
        var tasks = Of(request.Locale).ToList();
        var colon = SpecTexts.Colon(request.Locale);
        var lines = tasks.Select(task => $"- {MarkdownText.Escape(task.Title)}{colon}{MarkdownText.Code(task.Line)}");
        return new Card("tasks")
        {
            Title = texts.Get(request.Locale, "help.title"),
            Markdown = string.Join('\n', lines.Prepend(texts.Get(request.Locale, "help.beginning") + "\n")),
            Actions = [.. tasks.Select(task => ReplyAction.Run(task.Title, task.Line))],
        };
    }

    private IEnumerable<(string Title, string Line)> Of(Locale locale)
    {
        var parser = new LineParser(catalogue.Table);
        for (var i = 1; i <= Most; i++)
            if (
                texts.Find(locale, $"help.task.{i}.title") is { } title
                && texts.Find(locale, $"help.task.{i}.line") is { } line
                && parser.Parse(line).IsOk
            )
                yield return (title, line);
    }
}
