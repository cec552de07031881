using System.Globalization;
using PaperBot.Core.Commands;
using PaperBot.Core.Identity;
using PaperBot.Core.Texts;
using PaperBot.Markdown;
using PaperBot.Markdown.Plain;

namespace PaperBot.Host.Cli;

/// <summary>Runs lines for <c>exec</c> and words the answers.</summary>
internal sealed class ExecRun(ConsoleBot bot, CliArguments arguments)
{
    private const string Platform = "console";

    private readonly ICommandRouter _router = bot.Services.GetRequiredService<ICommandRouter>();
    private readonly ITexts _texts = bot.Services.GetRequiredService<ITexts>();
    private readonly string _run = Guid.NewGuid().ToString("N");
    private long _line;

    public Task<Response> AnswerAsync(string text)
    {
        var number = ++_line;
        var own = string.Create(CultureInfo.InvariantCulture, $"{_run}-{number}");
        var conversation = arguments.Conversation ?? own;
        var incoming = new Incoming
        {
            Id = RequestId.Of(Platform, own),
            Text = text,
            Person = new Person(new PersonId(Platform, "local")),
            Place = new Place(new PlaceId(Platform, "local")),
            Conversation = new ConversationId(Platform, conversation),
            Locale = arguments.Locale,
            ManagesPlace = true,
            FileByText = LocalFile.Find,
        };
        return _router.HandleAsync(incoming, CancellationToken.None);
    }

    public string Markdown(Response response) =>
        response.Reply is { } reply ? ReplyMarkdown.Of(reply, new PlainDialect(), Reader) : "";

    public ExecLine Line(Response response)
    {
        var reader = Reader;
        var cards = response.Reply?.Cards ?? [];
        return new ExecLine
        {
            Ok = response.Error is null,
            Kind = ExitStatus.KindOf(response.Error),
            Markdown = Markdown(response),
            Attachments = [.. cards.SelectMany(card => card.Attachments).Select(ExecAttachment.Of)],
            Actions = [.. cards.SelectMany(card => card.Actions).Select(ExecAction.Of)],
            Cards = [.. cards.Select(card => ExecCard.Of(card, reader))],
            Error = response.Error is { } error
                ? ExecError.Of(error, arguments.Locale ?? Locale.English, _texts)
                : null,
        };
    }

    private Reader Reader => new(arguments.Locale ?? Locale.English, TimeZoneInfo.Local);
}
