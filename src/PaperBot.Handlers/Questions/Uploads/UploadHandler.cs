using System.Globalization;
using Microsoft.Extensions.Options;
using PaperBot.Core.Commands;
using PaperBot.Core.Conversations;
using PaperBot.Core.Documents;
using PaperBot.Core.Identity;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Papers;
using PaperBot.Handlers.Questions.Asking;

namespace PaperBot.Handlers.Questions.Uploads;

/// <summary><c>/upload</c>: reads a PDF that somebody gives, for that person alone.</summary>
internal sealed class UploadHandler(
    IDocumentSource documents,
    Answering answering,
    IConversationStore conversations,
    IOptions<UploadsOptions> options,
    ITexts texts
) : ICommandHandler
{
    private const int LongestQuestion = 1_000;
    private static readonly string[] LetIn = ["web", "console"];

    public CommandSpec Spec { get; } =
        new("upload")
        {
            Aliases = ["上传"],
            Parameters =
            [
                new Parameter("file", ParameterKind.File) { Required = true, Aliases = ["文件"] },
                new Parameter("question")
                {
                    Positional = true,
                    Verbatim = true,
                    MaxLength = LongestQuestion,
                    Aliases = ["问题"],
                },
            ],
            Budget = TimeSpan.FromMinutes(4),
            Visibility = Visibility.Private,
            Costly = true,
        };

    public async Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        if (Refusal(request) is { } refusal)
            return refusal;
        var file = request.Arguments.File("file")!;
        var read = await documents.ReadUploadAsync(file, request.Person.Id, cancellationToken);
        if (!read.IsOk)
            return read.Error;
        var asked = new AskedDocument(read.Value, null);
        if (request.Text("question")?.Trim() is { Length: > 0 } question)
            return await answering.AnswerAsync(question, [asked], request, cancellationToken);
        await conversations.TalkAboutAsync(request.Conversation, request.Person.Id, [asked.Name], cancellationToken);
        return Told(read.Value, asked, request.Locale);
    }

    private Error? Refusal(CommandRequest request) =>
        options.Value.Allow switch
        {
            UploadAudience.Everyone => null,
            UploadAudience.Members when IsMember(request) => null,
            UploadAudience.Members => Errors.Refused("upload.members"),
            _ => Errors.Refused("upload.off"),
        };

    private static bool IsMember(CommandRequest request) =>
        request.IsAdministrator
        || request.Place.Kind != PlaceKind.Direct
        || LetIn.Contains(request.Person.Id.Platform, StringComparer.Ordinal);

    private Reply Told(PaperDocument document, AskedDocument asked, Locale locale)
    {
        var sections = document
            .Sections.Where(section => section.Level == 1)
            .Select(section =>
                MarkdownText.Escape(
                    section.Number is null
                        ? section.Title
                        : string.Create(CultureInfo.InvariantCulture, $"{section.Number} {section.Title}")
                )
            )
            .Take(12)
            .ToList();
        var text = texts.Get(locale, "upload.read", ("pages", document.Pages ?? 0));
        if (sections.Count > 0)
            text += "\n\n" + texts.Get(locale, "upload.sections", ("sections", string.Join(" · ", sections)));
        return Reply.Of(
            new Card("upload")
            {
                Title = ShortText.Of(document.Title, 200),
                Markdown = text,
                Actions = [AskLine.Further([asked], texts.Get(locale, "ask.action"))],
            }
        );
    }
}
