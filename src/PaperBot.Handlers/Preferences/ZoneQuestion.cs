using PaperBot.Core.Commands;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Preferences;

/// <summary>Asks for the time zone, where a command needs one and nobody has chosen it yet.</summary>
internal sealed class ZoneQuestion(ITexts texts)
{
    private static readonly string[] Common = ["Asia/Shanghai", "Europe/Berlin", "America/New_York", "Etc/UTC"];

    /// <summary>The question: a button for each common zone that runs the same line with it, and one that asks.</summary>
    /// <param name="request">The request; its command has a parameter <c>zone</c>, and its line ends in no verbatim one.</param>
    public Reply Of(CommandRequest request) =>
        Reply.Of(
            new Card("zone")
            {
                Markdown = texts.Get(request.Locale, "zone.ask"),
                Actions =
                [
                    .. Common.Select(zone => ReplyAction.Run(zone, $"{request.Line} zone:{zone}")),
                    ReplyAction.Run(texts.Get(request.Locale, "zone.other"), $"{request.Line} zone:{CommandLine.Ask}"),
                ],
            }
        ) with
        {
            Visibility = Visibility.Private,
        };
}
