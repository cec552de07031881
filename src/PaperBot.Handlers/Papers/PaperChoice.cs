using System.Globalization;
using PaperBot.Core.Commands;
using PaperBot.Core.Conversations;
using PaperBot.Core.Papers;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Papers;

/// <summary>A numbered choice among papers: by button, or by answering with the number.</summary>
internal sealed class PaperChoice(ITexts texts, PaperLine lines, IConversationStore conversations)
{
    private const int LongestLabel = 44;

    /// <summary>The list as a reply; <paramref name="line"/> is the command that a choice runs.</summary>
    public async Task<Reply> OfAsync(
        CommandRequest request,
        string typed,
        PaperLookup lookup,
        Func<ArxivId, string> line,
        CancellationToken cancellationToken
    )
    {
        var locale = request.Locale;
        var papers = lookup.Choices;
        var heading = texts.Get(
            locale,
            "paper.choice",
            ("count", papers.Count),
            ("typed", MarkdownText.Escape(ShortText.Of(typed)))
        );
        if (lookup.OnlyStored)
            heading += $"\n\n*{texts.Get(locale, "search.stored")}*";
        var entries = papers.Select((paper, i) => NumberedLine.Of(i + 1, lines.Of(paper.Paper, locale)));
        var commands = papers.Select(paper => line(paper.Paper.Id)).ToList();
        await conversations.OfferAsync(request.Conversation, request.Person.Id, commands, cancellationToken);
        return Reply.Of(
            new Card("choice")
            {
                Markdown = $"{heading}\n\n{string.Join('\n', entries)}",
                Actions = [.. papers.Select((paper, i) => ReplyAction.Run(Label(i + 1, paper.Paper), commands[i]))],
            }
        ) with
        {
            Choices = commands,
        };
    }

    private static string Label(int number, Paper paper) =>
        string.Create(CultureInfo.InvariantCulture, $"{number}. {ShortText.Of(paper.Title, LongestLabel)}");
}
