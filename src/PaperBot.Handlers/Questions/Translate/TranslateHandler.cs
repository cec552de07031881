using PaperBot.Core.Commands;
using PaperBot.Core.Models;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Papers;
using PaperBot.Handlers.Questions.Generating;

namespace PaperBot.Handlers.Questions.Translate;

/// <summary><c>/translate</c>: a paper's title and abstract in the reader's language, kept for everybody.</summary>
internal sealed class TranslateHandler(
    PaperFinder finder,
    PaperChoice choice,
    AnswerDesk desk,
    AnswerWriter writer,
    IPaperLinks links,
    ITexts texts
) : ICommandHandler
{
    private const string Question = "translate";

    public CommandSpec Spec { get; } =
        new("translate")
        {
            Aliases = ["翻译"],
            Parameters =
            [
                new Parameter("paper", ParameterKind.Paper)
                {
                    Required = true,
                    Positional = true,
                    Aliases = ["论文"],
                },
            ],
            Budget = TimeSpan.FromMinutes(2),
            Costly = true,
        };

    public async Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var typed = request.Text("paper")!;
        var lookup = await finder.FindAsync(typed, 1, request.Caller, cancellationToken);
        if (!lookup.IsOk)
            return lookup.Error;
        if (lookup.Value.Choices.Count > 0)
            return await choice.OfAsync(request, typed, lookup.Value, id => $"/translate {id}", cancellationToken);
        var found = lookup.Value.Found[0];
        var paper = found.Paper;
        var language = Target(request, paper);
        var order = new AnswerOrder(VersionOf(paper), Question, language, PromptNames.Translate)
        {
            Values = new Dictionary<string, object>
            {
                [PromptVariables.Title] = paper.Title,
                [PromptVariables.Abstract] = paper.Abstract,
            },
        };
        var given = await desk.GetAsync(order, request.Caller, "", cancellationToken);
        if (!given.IsOk && await desk.FindAnyAsync(order, cancellationToken) is { } kept)
            given = kept;
        return given.IsOk
            ? Translated(found, given.Value, request.Locale)
            : Original(found, given.Error, request.Locale);
    }

    // Without a wish of its own the abstract is put into the language that it is not in.
    private static Locale Target(CommandRequest request, Paper paper)
    {
        var isChinese = Language.IsChinese(paper.Abstract);
        return request.Text(CommonParameters.Language.Name) is not null ? request.Locale
            : isChinese ? Locale.English
            : Locale.Chinese;
    }

    private static string VersionOf(Paper paper) =>
        (paper.VersionedId.Version is null ? paper.Id.WithVersion(1) : paper.VersionedId).ToString();

    private Reply Translated(FoundPaper found, GivenAnswer given, Locale locale)
    {
        var (title, text) = Parts(given.Markdown);
        return Reply.Of(
            new Card("translate")
            {
                Title = PaperText.Of(found.Paper.Title),
                Link = links.Abstract(found.Asked),
                Markdown = $"**{title}**\n\n{text}\n\n{writer.Footer(given, locale)}",
                Actions = [ReplyAction.Run(texts.Get(locale, "faq.action"), $"/faq {found.Asked}")],
            }
        );
    }

    // The prompt wants the title in the first line; asterisks of the model's own would end ours.
    private static (string Title, string Text) Parts(string markdown)
    {
        var end = markdown.IndexOf('\n', StringComparison.Ordinal);
        var title = (end < 0 ? markdown : markdown[..end]).Trim().Trim('*', '#', ' ');
        return (title, end < 0 ? "" : markdown[end..].Trim());
    }

    private Reply Original(FoundPaper found, Error reason, Locale locale) =>
        Reply.Of(
            new Card("translate")
            {
                Title = PaperText.Of(found.Paper.Title),
                Link = links.Abstract(found.Asked),
                Markdown = $"{PaperText.Escape(found.Paper.Abstract)}\n\n*{Why(reason, locale)}*",
            }
        );

    private string Why(Error reason, Locale locale) =>
        ModelErrors.IsNone(reason)
            ? texts.Get(locale, "translate.none")
            : texts.Get(locale, "translate.failed", ("reason", texts.Get(locale, reason.Message)));
}
