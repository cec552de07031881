using System.Globalization;
using PaperBot.Core.Commands;
using PaperBot.Core.Documents;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Questions.Evidence;

/// <summary><c>/evidence</c>: a cited sentence, word for word, with what stands around it and where. Used by actions.</summary>
internal sealed class EvidenceHandler(IDocumentSource documents, IPaperLinks links, ITexts texts) : ICommandHandler
{
    private const int MostSentences = 1_000;

    public CommandSpec Spec { get; } =
        new("evidence")
        {
            Aliases = ["出处"],
            Parameters =
            [
                new Parameter("document") { Required = true, Positional = true },
                new Parameter("key") { Required = true, Positional = true },
                new Parameter("sentence", ParameterKind.Integer)
                {
                    Positional = true,
                    Minimum = 0,
                    Maximum = MostSentences,
                },
            ],
            Listed = false,
        };

    /// <summary>The line that shows a sentence.</summary>
    public static string Line(PaperDocument document, Passage passage, int sentence) =>
        Line(document.Paper?.ToString() ?? document.Id.ToString(), passage.Key, sentence);

    /// <summary>The line that shows a sentence of a passage that is known by its key.</summary>
    public static string Line(string document, string key, int sentence) =>
        string.Create(CultureInfo.InvariantCulture, $"/evidence {CommandLine.Quote(document)} {key} {sentence}");

    public async Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var document = await DocumentAsync(request, cancellationToken);
        if (!document.IsOk)
            return document.Error;
        var number = (int)(request.Arguments.Integer("sentence") ?? 0);
        if (
            document.Value.Find(request.Text("key")!) is not { } passage
            || SentenceAround.Of(document.Value, passage, number) is not { } around
        )
            return Errors.NotFound("evidence.gone");
        return Reply.Of(Card(document.Value, passage, around, request.Locale));
    }

    private async Task<Outcome<PaperDocument>> DocumentAsync(
        CommandRequest request,
        CancellationToken cancellationToken
    )
    {
        var typed = request.Text("document")!;
        if (ArxivId.TryParse(typed, out var paper))
            return await documents.FindAsync(paper, request.Caller, cancellationToken);
        return
            DocumentId.TryParse(typed, out var id)
            && await documents.FindKeptAsync(id, request.Person.Id, cancellationToken) is { } kept
            ? kept
            : Errors.NotFound("evidence.gone");
    }

    private Card Card(PaperDocument document, Passage passage, SentenceAround around, Locale locale)
    {
        var section = document.SectionOf(passage);
        var text =
            $"> {Quiet(around.Before)}**{MarkdownText.Escape(around.Sentence)}**{Quiet(around.After, behind: true)}\n\n"
            + $"{Citation.Markdown(document, passage, links)}";
        if (section.Title.Length > 0)
            text += " " + MarkdownText.Escape(section.Title);
        if (document.Pages is { } pages && passage.Page is { } page)
            text += "\n\n" + texts.Get(locale, "evidence.page", ("page", page), ("pages", pages));
        if (document.Paper is { } paper)
            text += "\n\n*" + texts.Get(locale, "evidence.version", ("paper", paper.ToString())) + "*";
        return new Card("evidence")
        {
            Title = document.Title.Length > 0 ? document.Title : null,
            Markdown = text,
            Actions = Citation.Address(document, passage, links) is { } address
                ? [ReplyAction.Open(texts.Get(locale, "evidence.action.open"), address)]
                : [],
        };
    }

    private static string Quiet(string text, bool behind = false) =>
        text.Length == 0 ? ""
        : behind ? " " + MarkdownText.Escape(text)
        : MarkdownText.Escape(text) + " ";
}
