using PaperBot.Core.Commands;
using PaperBot.Core.Conversations;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Questions.Asking;
using PaperBot.Handlers.Readers;
using PaperBot.Handlers.Routing;

namespace PaperBot.Handlers.Papers;

/// <summary><c>/paper</c>: cards of the papers that somebody names.</summary>
internal sealed class PaperHandler(
    PaperFinder finder,
    PaperCard cards,
    UseCounts counts,
    PaperChoice choice,
    IConversationStore conversations,
    ErrorWords words,
    ITexts texts
) : ICommandHandler
{
    private const int MostCards = 10;

    public CommandSpec Spec { get; } =
        new("paper")
        {
            Aliases = ["论文"],
            Parameters =
            [
                new Parameter("paper", ParameterKind.Paper)
                {
                    Required = true,
                    Positional = true,
                    Many = true,
                    Aliases = ["论文"],
                },
            ],
            Budget = TimeSpan.FromSeconds(20),
        };

    public async Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var typed = string.Join(' ', request.Arguments.Texts("paper"));
        var lookup = await finder.FindAsync(typed, MostCards, request.Caller, cancellationToken);
        if (!lookup.IsOk)
            return lookup.Error;
        if (lookup.Value.Choices.Count > 0)
            return await choice.OfAsync(request, typed, lookup.Value, id => $"/paper {id}", cancellationToken);
        var papers = lookup.Value.Found.DistinctBy(paper => paper.Paper.VersionedId).ToList();
        // A question that comes next is about the one paper that was looked up.
        if (papers.Count == 1)
            await conversations.TalkAboutAsync(
                request.Conversation,
                request.Person.Id,
                [papers[0].Asked],
                cancellationToken
            );
        var found = papers.ConvertAll(paper => cards.Of(paper, request.Locale));
        var counted = await counts.OnAsync(found, request.Place.Id, cancellationToken);
        return new Reply([.. counted, .. Rest(lookup.Value, request.Locale)]);
    }

    /// <summary>What was not found and what one reply had no room for.</summary>
    private IEnumerable<Card> Rest(PaperLookup lookup, Locale locale)
    {
        if (lookup.Failed.Count > 0)
            yield return new Card("failed") { Markdown = PaperFailures.Of(lookup.Failed, words, texts, locale) };
        if (lookup.Left.Count == 0)
            yield break;
        var next = string.Join(' ', lookup.Left.Take(MostCards));
        yield return new Card("left")
        {
            Markdown = texts.Get(locale, "paper.left", ("shown", MostCards), ("left", lookup.Left.Count)),
            Actions = [ReplyAction.Run(texts.Get(locale, "paper.action.next"), $"/paper {next}")],
        };
    }
}
