using PaperBot.Core.Commands;
using PaperBot.Core.Conversations;
using PaperBot.Core.Models;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Papers;
using PaperBot.Handlers.Questions.Asking;

namespace PaperBot.Handlers.Questions.Faq;

/// <summary><c>/faq</c>: the six questions about a paper, answered one by one.</summary>
internal sealed class FaqHandler(
    PaperFinder finder,
    PaperChoice choice,
    IAnswerStore kept,
    FaqReader reader,
    FaqReply replies,
    IConversationStore conversations,
    ITexts texts
) : ICommandHandler
{
    public const string Name = "faq";

    public CommandSpec Spec { get; } =
        new(Name)
        {
            Aliases = ["六问", "问答"],
            Parameters =
            [
                new Parameter("paper", ParameterKind.Paper) { Positional = true, Aliases = ["论文"] },
                new Parameter("question", ParameterKind.Choice)
                {
                    Aliases = ["问题"],
                    Choices =
                    [
                        new Choice("problem", "1", "问题"),
                        new Choice("related", "2", "相关工作"),
                        new Choice("method", "3", "方法"),
                        new Choice("experiments", "4", "实验"),
                        new Choice("future", "5", "展望"),
                        new Choice("summary", "6", "总结"),
                    ],
                },
            ],
            Budget = TimeSpan.FromMinutes(6),
            Costly = true,
        };

    public async Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var (typed, language) = Read(request);
        if (typed.Length == 0)
            return Explained(request.Locale);
        var lookup = await finder.FindAsync(typed, 1, request.Caller, cancellationToken);
        if (!lookup.IsOk)
            return lookup.Error;
        if (lookup.Value.Choices.Count > 0)
            return await choice.OfAsync(
                request,
                typed,
                lookup.Value,
                id => FaqReply.Line(id.ToString(), language),
                cancellationToken
            );
        var found = lookup.Value.Found[0];
        var versions = await kept.VersionsAsync(found.Paper.Id.ToString(), cancellationToken);
        var paper = FaqPaper.Of(found, versions);
        var asked = Asked(request);
        var isForAll = asked is null && FaqReply.IsForAll(request.Place);
        IReadOnlyList<FaqQuestion> questions = isForAll ? FaqQuestion.All : [asked ?? FaqQuestion.All[0]];
        var answers = await reader.ReadAsync(paper, questions, request, language, cancellationToken);
        if (!answers.IsOk)
            return answers.Error;
        await conversations.TalkAboutAsync(request.Conversation, request.Person.Id, [paper.Version], cancellationToken);
        return isForAll ? replies.All(paper, answers.Value, language) : replies.One(paper, answers.Value[0], language);
    }

    // "/faq 1706.03762 zh": a language may stand behind the paper.
    private static (string Paper, Locale Language) Read(CommandRequest request)
    {
        var typed = request.Text("paper")?.Trim() ?? "";
        var space = typed.LastIndexOfAny([' ', '\u3000']);
        return space > 0 && Locale.TryParse(typed[(space + 1)..], out var language)
            ? (typed[..space].Trim(), language)
            : (typed, request.Locale);
    }

    private static FaqQuestion? Asked(CommandRequest request) =>
        request.Text("question") is { } name ? FaqQuestion.All.First(question => question.Name == name) : null;

    private Reply Explained(Locale locale)
    {
        var questions = FaqQuestion.All.Select(question => $"{question.Number}. {texts.Get(locale, question.TextKey)}");
        return Reply.Of(
            new Card("faq:help")
            {
                Title = texts.Get(locale, "faq.help.title"),
                Markdown = texts.Get(locale, "faq.help", ("questions", string.Join('\n', questions))),
            }
        );
    }
}
