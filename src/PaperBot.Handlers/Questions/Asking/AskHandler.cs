using PaperBot.Core.Commands;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;
using PaperBot.Handlers.Papers;
using PaperBot.Handlers.Questions.Evidence;
using PaperBot.Handlers.Questions.Generating;

namespace PaperBot.Handlers.Questions.Asking;

/// <summary><c>/ask</c>: a question about papers or files, answered with what stands in them.</summary>
internal sealed class AskHandler(
    QuestionDocuments documents,
    PaperChoice choice,
    Answering answering,
    AskedStages stages
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
                new Parameter(Answering.Agree, ParameterKind.Boolean) { Aliases = ["同意"] },
            ],
            Budget = TimeSpan.FromMinutes(4),
            Costly = true,
        };

    public async Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var typed = request.Text("paper")!;
        var question = request.Text("question")!.Trim();
        var reading = request with { Progress = stages.OfDocument(request.Progress) };
        var (uploads, papers) = QuestionDocuments.Split(typed);
        var asked = new List<AskedDocument>();
        if (papers.Length > 0)
        {
            var lookup = await documents.LookUpAsync(papers, reading, cancellationToken);
            if (!lookup.IsOk)
                return lookup.Error;
            if (lookup.Value.Choices.Count > 0)
                return await choice.OfAsync(
                    request,
                    papers,
                    lookup.Value,
                    id => AskLine.Of([id], question),
                    cancellationToken
                );
            var found = lookup.Value.Found.DistinctBy(one => one.Paper.VersionedId).ToList();
            var read = await documents.FindAsync(found, reading, cancellationToken);
            if (!read.IsOk)
                return read.Error;
            asked.AddRange(read.Value.Select(one => new AskedDocument(one.Document, one.Paper)));
        }
        var kept = await documents.FindUploadsAsync(uploads, request.Person.Id, cancellationToken);
        if (!kept.IsOk)
            return kept.Error;
        asked.AddRange(kept.Value.Select(document => new AskedDocument(document, null)));
        var answer = await answering.AnswerAsync(question, asked, request, cancellationToken);
        // What somebody asks about a file of their own is no conversation for others.
        return answer.IsOk && asked.TrueForAll(one => one.Document.Owner is null)
            ? answer.Value with
            {
                Talk = AskLine.Talk(asked),
            }
            : answer;
    }
}
