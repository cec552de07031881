using System.Text;
using PaperBot.Core.Commands;
using PaperBot.Core.Conversations;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Papers;

/// <summary><c>/related</c>: papers near another, each with the reason.</summary>
internal sealed class RelatedHandler(
    PaperFinder finder,
    RelatedPapers related,
    PaperChoice choice,
    PaperLine lines,
    IPaperLinks links,
    IConversationStore conversations,
    ITexts texts
) : ICommandHandler
{
    private const int MostShownWords = 4;

    public CommandSpec Spec { get; } =
        new("related")
        {
            Aliases = ["相关"],
            Parameters =
            [
                new Parameter("paper", ParameterKind.Paper)
                {
                    Required = true,
                    Positional = true,
                    Aliases = ["论文"],
                },
            ],
            Budget = TimeSpan.FromSeconds(30),
        };

    public async Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var typed = request.Text("paper")!;
        var lookup = await finder.FindAsync(typed, 1, request.Caller, cancellationToken);
        if (!lookup.IsOk)
            return lookup.Error;
        if (lookup.Value.Choices.Count > 0)
            return await choice.OfAsync(request, typed, lookup.Value, id => $"/related {id}", cancellationToken);
        var paper = lookup.Value.Found[0].Paper;
        var found = await related.ToAsync(paper, request.Caller, cancellationToken);
        if (!found.IsOk)
            return found.Error;
        return await ReplyAsync(request, paper, found.Value, cancellationToken);
    }

    private async Task<Reply> ReplyAsync(
        CommandRequest request,
        Paper paper,
        RelatedList list,
        CancellationToken cancellationToken
    )
    {
        var locale = request.Locale;
        var title = PaperText.Link(paper.Title, links.Abstract(paper.Id));
        if (list.Papers.Count == 0)
            return Reply.Of(
                texts.Get(locale, list.OnlyStored ? "related.none.stored" : "related.none", ("title", title))
            );
        var text = new StringBuilder(texts.Get(locale, "related.heading", ("title", title)));
        if (list.OnlyStored)
            text.Append("\n\n*").Append(texts.Get(locale, "search.stored")).Append('*');
        text.Append('\n');
        for (var i = 0; i < list.Papers.Count; i++)
        {
            var near = list.Papers[i];
            var entry = $"{lines.Of(near.Paper, locale)}  \n*{Reason(near, locale)}*";
            text.Append('\n').Append(NumberedLine.Of(i + 1, entry));
        }

        var choices = list.Papers.Select(near => $"/paper {near.Paper.Id}").ToList();
        await conversations.OfferAsync(request.Conversation, request.Person.Id, choices, cancellationToken);
        return Reply.Of(new Card("related") { Markdown = text.ToString() }) with { Choices = choices };
    }

    private string Reason(RelatedPaper near, Locale locale)
    {
        var comma = texts.Get(locale, "paper.list.comma");
        var reasons = new List<string>();
        if (near.Authors.Count > 0)
        {
            var names = near.Authors.Take(2).Select(name => MarkdownText.Escape(name, keepMath: false));
            reasons.Add(texts.Get(locale, "related.authors", ("names", string.Join(comma, names))));
        }

        if (near.Words.Count > 0)
        {
            var words = Shown(near.Words).Take(MostShownWords).Select(word => MarkdownText.Escape(word));
            reasons.Add(texts.Get(locale, "related.words", ("words", string.Join(comma, words))));
        }

        return string.Join(texts.Get(locale, "paper.list.semicolon"), reasons);
    }

    /// <summary>Pairs first, and no word twice.</summary>
    private static IEnumerable<string> Shown(IReadOnlyList<string> words)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var term in words.OrderBy(term => term.Contains(' ', StringComparison.Ordinal) ? 0 : 1))
        {
            var parts = term.Split(' ');
            if (parts.Any(told.Contains))
                continue;
            told.UnionWith(parts);
            yield return term;
        }
    }
}
