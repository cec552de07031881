using System.Globalization;
using PaperBot.Core.Commands;
using PaperBot.Core.Identity;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Progress;
using PaperBot.Core.Texts;
using PaperBot.Markdown;

namespace PaperBot.Host.Cli;

/// <summary>Runs lines for <c>exec</c> and words the answers.</summary>
internal sealed class ExecRun(ConsoleBot bot, CliArguments arguments, Terminal terminal)
{
    private const string Platform = "console";

    private readonly ICommandRouter _router = bot.Services.GetRequiredService<ICommandRouter>();
    private readonly ITexts _texts = bot.Services.GetRequiredService<ITexts>();
    private readonly IProgressSink _progress = terminal.ShowsProgress
        ? new ConsoleProgress(
            terminal.Error,
            bot.Services.GetRequiredService<ITexts>(),
            arguments.Locale ?? Locale.English
        )
        : NoProgress.Instance;
    private readonly string _run = Guid.NewGuid().ToString("N");
    private long _line;

    public Task<Response> AnswerAsync(string text, CancellationToken ct)
    {
        var number = ++_line;
        var own = string.Create(CultureInfo.InvariantCulture, $"{_run}-{number}");
        var conversation = arguments.Conversation ?? own;
        var incoming = new Incoming
        {
            Id = RequestId.Of(Platform, own),
            Text = text,
            Person = new Person(ConsolePosts.Person),
            Place = new Place(ConsolePosts.Place),
            Conversation = new ConversationId(Platform, conversation),
            Locale = arguments.Locale,
            ManagesPlace = true,
            Zone = TimeZoneInfo.Local,
            FileByText = LocalFile.Find,
            Progress = _progress,
        };
        return _router.HandleAsync(incoming, ct);
    }

    /// <summary>How many posts wait to be read here.</summary>
    public async Task<int> UnreadAsync(CancellationToken ct) =>
        (await bot.Services.GetRequiredService<ConsolePosts>().UnreadAsync(ct)).Count;

    public static string Markdown(Response response) =>
        response.Reply is { } reply ? ReplyMarkdown.Of(reply, ReaderOf(response)) : "";

    public ExecLine Line(Response response)
    {
        var reader = ReaderOf(response);
        var cards = response.Reply?.Cards ?? [];
        return new ExecLine
        {
            Ok = response.Error is null,
            Kind = ErrorKindName.Of(response.Error?.Kind),
            Markdown = Markdown(response),
            Attachments = [.. cards.SelectMany(card => card.Attachments).Select(ExecAttachment.Of)],
            Actions = [.. cards.SelectMany(card => card.Actions).Select(ExecAction.Of)],
            Cards = [.. cards.Select(card => ExecCard.Of(card, reader))],
            Error = response.Error is { } error ? ExecError.Of(error, response.Locale, _texts) : null,
        };
    }

    private static Reader ReaderOf(Response response) => new(response.Locale, response.Zone);
}
