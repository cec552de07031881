using System.Text;
using PaperBot.Core.Articles;
using PaperBot.Core.Commands;
using PaperBot.Core.Conversations;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Papers;

namespace PaperBot.Handlers.Blogs;

/// <summary>A numbered list of articles as a card, whose numbers open the articles.</summary>
internal sealed class ArticleList(ITexts texts, ArticleLine lines, IConversationStore conversations)
{
    public const int PageSize = 8;
    private const int MostPages = 100;

    public static Parameter Page { get; } =
        new("page", ParameterKind.Integer)
        {
            Aliases = ["页"],
            Minimum = 1,
            Maximum = MostPages,
        };

    public static Parameter In { get; } = new("in") { Aliases = ["博客"], MaxLength = 100 };

    public static Parameter Tag { get; } = new("tag") { Aliases = ["标签"], MaxLength = 100 };

    public static int PageOf(CommandRequest request) => (int)(request.Arguments.Integer("page") ?? 1);

    /// <summary>What a request chooses.</summary>
    public static ArticleListing Listing(CommandRequest request) =>
        new()
        {
            Source = request.Text("in")?.Trim(),
            Tag = request.Text("tag")?.Trim().TrimStart('#'),
            Skip = (PageOf(request) - 1) * PageSize,
            Take = PageSize,
        };

    /// <summary>A page of a listing under a heading.</summary>
    public async Task<Outcome<Reply>> OfAsync(
        CommandRequest request,
        string key,
        ArticlePage list,
        CancellationToken cancellationToken
    )
    {
        var page = PageOf(request);
        var pages = Math.Min(MostPages, (list.Total + PageSize - 1) / PageSize);
        if (list.Articles.Count == 0)
            return page > 1 && pages > 0
                ? Errors.UserInput("list.page", ("page", page), ("pages", pages))
                : Errors.NotFound(key + ".none");
        var heading = texts.Get(request.Locale, key + ".heading", ("total", list.Total));
        var card = new Card(key)
        {
            Markdown = heading + "\n\n" + Numbered(list.Articles.Select(head => lines.Of(head, request.Locale)), 1),
            Actions = PageActions.Of(page, pages, to => Line(request, to), texts, request.Locale),
        };
        var choices = await OfferAsync(request, list.Articles.Select(head => head.Id), cancellationToken);
        return Reply.Of(card) with { Choices = choices };
    }

    /// <summary>The numbers of the reply open these articles.</summary>
    /// <returns>The lines behind them, for the reply.</returns>
    public async Task<IReadOnlyList<string>> OfferAsync(
        CommandRequest request,
        IEnumerable<ArticleId> articles,
        CancellationToken cancellationToken
    )
    {
        List<string> choices = [.. articles.Select(id => $"/blog read {id}")];
        await conversations.OfferAsync(request.Conversation, request.Person.Id, choices, cancellationToken);
        return choices;
    }

    /// <summary>Entries with their numbers; loose ones, of several lines, stand apart.</summary>
    public static string Numbered(IEnumerable<string> entries, int first, bool isLoose = false)
    {
        var text = new StringBuilder();
        foreach (var (entry, i) in entries.Select((entry, i) => (entry, i)))
            text.Append(i > 0 ? (isLoose ? "\n\n" : "\n") : "").Append(NumberedLine.Of(first + i, entry));
        return text.ToString();
    }

    private static string Line(CommandRequest request, int page)
    {
        var values = new Dictionary<string, object>(request.Arguments.Values) { ["page"] = (long)page };
        return CommandLine.Format(request.Spec, new Arguments(values));
    }
}
