using PaperBot.Core.Commands;
using PaperBot.Core.Identity;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Routing.Parsing;
using PaperBot.Tests.Handlers.Routing;

namespace PaperBot.Tests.Handlers;

/// <summary>Asks one handler as the router would, by a command line.</summary>
internal static class HandlerRig
{
    public static TextCatalogue Texts { get; } =
        new([
            new TextSource(typeof(PaperBot.Handlers.HandlersServices).Assembly),
            new TextSource(typeof(PaperBot.Upstreams.UpstreamsServiceCollectionExtensions).Assembly),
        ]);

    public static CommandRequest Request(ICommandHandler handler, string line, Locale locale = default)
    {
        var parsed = new LineParser(new CommandTable([handler.Spec])).Parse(line).Value;
        var incoming = Incomings.Of(line);
        return new CommandRequest
        {
            Id = incoming.Id,
            Spec = parsed.Spec,
            Arguments = parsed.Arguments,
            Line = parsed.Line,
            Person = incoming.Person,
            Place = incoming.Place,
            Conversation = incoming.Conversation,
            Locale = locale,
        };
    }

    public static Task<Outcome<Reply>> AskAsync(this ICommandHandler handler, string line, Locale locale = default) =>
        handler.HandleAsync(Request(handler, line, locale), TestContext.Current.CancellationToken);

    public static CommandRequest InPlace(this CommandRequest request, Place place) => request with { Place = place };

    public static string Text(this Outcome<Reply> outcome) =>
        string.Join("\n\n", outcome.Value.Cards.Select(card => $"{card.Title}\n{card.Markdown}"));
}
