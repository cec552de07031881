using PaperBot.Core.Commands;
using PaperBot.Core.Documents;
using PaperBot.Core.Models;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Progress;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Papers;
using PaperBot.Handlers.Questions.Generating;

namespace PaperBot.Handlers.Questions.Faq;

/// <summary>
/// Answers the questions one by one: kept, by a model, or out of the paper's own sentences. The text is fetched only
/// when a question needs it, so that kept answers come at once.
/// </summary>
internal sealed class FaqReader(
    AnswerDesk desk,
    IDocumentSource documents,
    IEvidenceFinder finder,
    PaperNames names,
    FaqText text,
    AskedStages stages
)
{
    public async Task<Outcome<IReadOnlyList<FaqAnswer>>> ReadAsync(
        FaqPaper paper,
        IReadOnlyList<FaqQuestion> questions,
        CommandRequest request,
        Locale language,
        CancellationToken cancellationToken
    )
    {
        var answers = new List<FaqAnswer>();
        PaperDocument? document = null;
        Error? unread = null;
        Error? reason = null;
        foreach (var question in questions)
        {
            var order = AnswerOrder.Faq(paper.Version.ToString(), question.Name, language);
            if (await desk.FindAsync(order, cancellationToken) is { } kept)
            {
                answers.Add(new(question) { Given = kept });
                continue;
            }
            reason ??= await desk.UnavailableAsync(cancellationToken);
            if (reason is not null && await desk.FindAnyAsync(order, cancellationToken) is { } other)
            {
                answers.Add(new(question) { Given = other });
                continue;
            }
            if (document is null && unread is null)
            {
                var read = await ReadAsync(paper, request, cancellationToken);
                if (read.IsOk)
                    document = read.Value;
                else
                    unread = read.Error;
            }
            if (document is null)
            {
                // Whatever was answered once, by whomever, is more than nothing.
                var old = await desk.FindAnyAsync(order, cancellationToken);
                answers.Add(new(question) { Given = old, Unread = old is null ? unread : null });
                continue;
            }
            if (reason is null)
            {
                var before = text.Before(answers, question, language);
                var sink = AskedStages.OfModel(request.Progress);
                sink.Report(new ProgressUpdate.Stage(Stage(question, questions)));
                var given = await desk.GetAsync(
                    Filled(order, question, paper, document, language),
                    request.Caller with
                    {
                        Progress = sink,
                    },
                    before,
                    cancellationToken
                );
                // What stops one question stops the next: the rest is old, or comes out of the paper itself.
                reason = given.IsOk ? null : given.Error;
                var shown = given.IsOk ? given.Value : await desk.FindAnyAsync(order, cancellationToken);
                if (shown is not null)
                {
                    answers.Add(new(question) { Given = shown });
                    continue;
                }
            }
            answers.Add(new(question) { Sentences = finder.Sentences(question.In(document)), Reason = reason });
        }
        if (unread is not null && answers.TrueForAll(answer => answer.Given is null))
            return unread;
        return answers;
    }

    private Task<Outcome<PaperDocument>> ReadAsync(
        FaqPaper paper,
        CommandRequest request,
        CancellationToken cancellationToken
    ) =>
        documents.FindAsync(
            paper.Version,
            request.Caller with
            {
                Progress = stages.OfDocument(request.Progress),
            },
            cancellationToken
        );

    private static Message Stage(FaqQuestion question, IReadOnlyList<FaqQuestion> questions) =>
        Message.Of(
            "faq.progress",
            ("question", Message.Of(question.LabelKey)),
            ("number", question.Number),
            ("count", questions.Count)
        );

    private AnswerOrder Filled(
        AnswerOrder order,
        FaqQuestion question,
        FaqPaper paper,
        PaperDocument document,
        Locale language
    ) =>
        order with
        {
            Documents = [document],
            Hint = question.In(document),
            Values = Values(paper, document, language),
        };

    // The record is the latest version's: of an older one only what is the same is told.
    private Dictionary<string, object> Values(FaqPaper paper, PaperDocument document, Locale language)
    {
        var record = paper.Found.Paper;
        var values = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            [PromptVariables.Title] = record.Title,
            [PromptVariables.Authors] = names.Authors(record, language),
        };
        var hasAbstract = document.Passages.Any(passage => passage.Kind == PassageKind.Abstract);
        if (!hasAbstract && record.VersionedId == paper.Version && record.Abstract.Length > 0)
            values[PromptVariables.Abstract] = record.Abstract;
        return values;
    }
}
