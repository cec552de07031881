using PaperBot.Core.Commands;
using PaperBot.Core.Conversations;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;
using PaperBot.Handlers.Papers;
using PaperBot.Handlers.Questions.Evidence;

namespace PaperBot.Handlers.Questions.Asking;

/// <summary><c>/ask</c>: a question about one paper or several, answered with what stands in them.</summary>
internal sealed class AskHandler(
    QuestionDocuments documents,
    PaperChoice choice,
    ExtractiveAnswer answers,
    IConversationStore conversations
) : ICommandHandler
{
    private const int LongestQuestion = 1_000;

    public CommandSpec Spec { get; } =
        new("ask")
        {
            Aliases = ["问", "提问"],
            Parameters =
            [
                new Parameter("paper", ParameterKind.Paper)
                {
                    Required = true,
                    Positional = true,
                    Aliases = ["论文"],
                },
                new Parameter("question")
                {
                    Required = true,
                    Positional = true,
                    Verbatim = true,
                    MaxLength = LongestQuestion,
                    Aliases = ["问题"],
                },
            ],
            Budget = TimeSpan.FromMinutes(4),
            Costly = true,
        };

    public async Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var typed = request.Text("paper")!;
        var question = request.Text("question")!.Trim();
        var lookup = await documents.LookUpAsync(typed, request, cancellationToken);
        if (!lookup.IsOk)
            return lookup.Error;
        if (lookup.Value.Choices.Count > 0)
            return await choice.OfAsync(
                request,
                typed,
                lookup.Value,
                id => AskLine.Of([id], question),
                cancellationToken
            );
        var papers = lookup.Value.Found.DistinctBy(found => found.Paper.VersionedId).ToList();
        var read = await documents.FindAsync(papers, request, cancellationToken);
        if (!read.IsOk)
            return read.Error;
        await conversations.TalkAboutAsync(
            request.Conversation,
            request.Person.Id,
            [.. read.Value.Select(found => found.Paper.Asked)],
            cancellationToken
        );
        return answers.Of(question, read.Value, request.Locale);
    }
}
