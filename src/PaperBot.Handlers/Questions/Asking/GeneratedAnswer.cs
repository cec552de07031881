using PaperBot.Core.Commands;
using PaperBot.Core.Documents;
using PaperBot.Core.Models;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Papers;
using PaperBot.Handlers.Questions.Generating;

namespace PaperBot.Handlers.Questions.Asking;

/// <summary>An answer to a question by a model, over one document or several.</summary>
internal sealed class GeneratedAnswer(
    AnswerDesk desk,
    AnswerWriter writer,
    IEvidenceFinder finder,
    AskNotes notes,
    ITexts texts
)
{
    private const int MostEvidence = 5;
    private const int LongestTitle = 200;

    /// <summary>
    /// The answer; null when nothing in the documents bears on the question, which costs no call; or the error.
    /// </summary>
    public async Task<Outcome<Reply?>> OfAsync(
        string question,
        IReadOnlyList<AskedDocument> asked,
        IReadOnlyList<(string Question, string Answer)> history,
        CommandRequest request,
        CancellationToken cancellationToken
    )
    {
        var order = Order(question, asked, history, request.Locale);
        if (order.IsShared && await desk.FindAsync(order, cancellationToken) is { } kept)
            return Reply(question, asked, kept, request.Locale);
        if (await desk.UnavailableAsync(cancellationToken) is { } reason)
            return order.IsShared && await desk.FindAnyAsync(order, cancellationToken) is { } other
                ? Reply(question, asked, other, request.Locale)
                : reason;
        // A question in another language has no words in common with the paper: only the model can tell.
        var isForeign = asked.All(one => Language.IsChinese(question) != Language.OfDocument(one.Document).IsChinese);
        if (!isForeign && history.Count == 0 && finder.Find(order.Hint!).Count == 0)
            return Outcome.Of<Reply?>(null);
        var given = await desk.GetAsync(
            order,
            request.Caller with
            {
                Progress = AskedStages.OfModel(request.Progress),
            },
            "",
            cancellationToken
        );
        return given.IsOk ? Reply(question, asked, given.Value, request.Locale) : given.Error;
    }

    private static AnswerOrder Order(
        string question,
        IReadOnlyList<AskedDocument> asked,
        IReadOnlyList<(string Question, string Answer)> history,
        Locale locale
    )
    {
        var documents = asked.Select(one => one.Document).ToList();
        var values = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            [PromptVariables.Question] = question,
            [PromptVariables.Papers] = asked.Select(Record).ToList(),
        };
        if (history.Count > 0)
            values[PromptVariables.History] = history.Select(Record).ToList();
        var name = string.Join(',', asked.Select(one => one.Name));
        return new AnswerOrder(name, Normal(question), locale, PromptNames.Ask)
        {
            Documents = documents,
            // What "it" is stands in the question before.
            Hint = new EvidenceQuery(history.Count == 0 ? question : $"{history[^1].Question} {question}", documents),
            Values = values,
            IsShared = history.Count == 0 && documents.TrueForAll(document => document.Owner is null),
        };
    }

    private Reply Reply(string question, IReadOnlyList<AskedDocument> asked, GivenAnswer answer, Locale locale)
    {
        var parts = new List<string> { answer.Markdown };
        var said = notes.Of(asked, locale, isGenerated: true);
        if (answer.WasKept)
            said.Insert(0, texts.Get(locale, "answer.kept", ("time", answer.At)));
        parts.AddRange(said.Select(note => $"*{note}*"));
        parts.Add(writer.Footer(answer with { Paper = NameOf(asked) }, locale));
        return Core.Replies.Reply.Of(
            new Card("ask")
            {
                Title = ShortText.Of(question.ReplaceLineEndings(" "), LongestTitle),
                Markdown = string.Join("\n\n", parts),
                Actions =
                [
                    .. answer
                        .Cited.Take(MostEvidence)
                        .Select(
                            (cited, index) =>
                                ReplyAction.Run(
                                    texts.Get(
                                        locale,
                                        "ask.action.evidence",
                                        ("number", index + 1),
                                        ("place", cited.Place)
                                    ),
                                    cited.Line
                                )
                        ),
                    AskLine.Further(asked, texts.Get(locale, "ask.action.further")),
                ],
            }
        ) with
        {
            Paper = asked.Count == 1 ? asked[0].Id : null,
        };
    }

    // Of an upload readers know the title, not the id.
    private static string NameOf(IReadOnlyList<AskedDocument> asked) =>
        string.Join(',', asked.Select(one => one.Id?.ToString() ?? MarkdownText.Escape(ShortText.Of(one.Title))));

    // The same question with other spaces or without its question mark is the same.
    internal static string Normal(string question) =>
        string.Join(' ', question.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .TrimEnd('?', '？', ' ', '。', '.')
            .ToLowerInvariant();

    private static Dictionary<string, object> Record(AskedDocument one) =>
        new(StringComparer.Ordinal)
        {
            [PromptVariables.Name] = one.Id?.ToString() ?? "upload",
            [PromptVariables.Title] = one.Title,
        };

    private static Dictionary<string, object> Record((string Question, string Answer) said) =>
        new(StringComparer.Ordinal)
        {
            [PromptVariables.Question] = said.Question,
            [PromptVariables.Answer] = said.Answer,
        };
}
