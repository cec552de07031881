using System.Globalization;
using System.Text;
using PaperBot.Core.Commands;
using PaperBot.Core.Conversations;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Papers;

/// <summary>A page of search results.</summary>
internal sealed class SearchPages(ITexts texts, PaperLine lines, IConversationStore conversations)
{
    public const int PageSize = 10;
    private const int MostPages = 100;

    public async Task<Outcome<Reply>> OfAsync(
        CommandRequest request,
        PaperQuery query,
        PaperList list,
        CancellationToken cancellationToken
    )
    {
        var locale = request.Locale;
        var page = query.Skip / PageSize + 1;
        var pages = Math.Min(MostPages, (list.Total + PageSize - 1) / PageSize);
        if (list.Papers.Count == 0)
            return Nothing(query, list, page, pages);
        var marks = new WordFilter(query.Words.Split([' ', '"'], StringSplitOptions.RemoveEmptyEntries));
        var text = new StringBuilder(Heading(query, list, page, pages, locale));
        if (list.OnlyStored)
            text.Append("\n\n*").Append(texts.Get(locale, "search.stored")).Append('*');
        text.Append('\n');
        for (var i = 0; i < list.Papers.Count; i++)
        {
            var paper = list.Papers[i].Paper;
            text.Append('\n')
                .Append(
                    NumberedLine.Of(i + 1, lines.Of(paper, locale, marks.IsEmpty ? null : marks.Mark(paper.Title)))
                );
        }

        var choices = list.Papers.Select(found => $"/paper {found.Paper.Id}").ToList();
        await conversations.OfferAsync(request.Conversation, request.Person.Id, choices, cancellationToken);
        return Reply.Of(
            new Card("search")
            {
                Markdown = text.ToString(),
                Actions = PageActions.Of(page, pages, number => Line(query, number), texts, locale),
            }
        ) with
        {
            Choices = choices,
        };
    }

    private static Error Nothing(PaperQuery query, PaperList list, int page, int pages)
    {
        if (page > 1 && pages > 0)
            return Errors.UserInput("list.page", ("page", page), ("pages", pages));
        var typed = MarkdownText.Code(ShortText.Of(Asked(query)));
        return list.OnlyStored
            ? Errors.UpstreamDown("search.none.stored", null, ("typed", typed))
            : Errors.NotFound("search.none", ("typed", typed));
    }

    private string Heading(PaperQuery query, PaperList list, int page, int pages, Locale locale)
    {
        var heading = texts.Get(
            locale,
            "search.heading",
            ("total", list.Total),
            ("query", MarkdownText.Escape(ShortText.Of(Asked(query))))
        );
        if (pages <= 1)
            return heading;
        var place = texts.Get(locale, "search.page", ("page", page), ("pages", pages));
        return heading + (locale.IsChinese ? "" : " ") + place;
    }

    private static string Asked(PaperQuery query) =>
        string.Join(
            ", ",
            new[] { query.Words, query.Author, query.Categories?.ToString(), Days(query) }.Where(part =>
                part is { Length: > 0 }
            )
        );

    private static string? Days(PaperQuery query) =>
        query is { From: null, To: null }
            ? null
            : $"{(query.From is { } from ? DayName.Of(from) : "")}–{(query.To is { } to ? DayName.Of(to) : "")}";

    private static string Line(PaperQuery query, int page)
    {
        var line = new StringBuilder("/arxiv search");
        if (query.Words.Length > 0)
            line.Append(" query:").Append(CommandLine.Quote(query.Words));
        Add("in", query.Categories?.ToString());
        Add("author", query.Author);
        Add("from", query.From is { } from ? DayName.Of(from) : null);
        Add("to", query.To is { } to ? DayName.Of(to) : null);
        Add("sort", query.NewestFirst ? "date" : null);
        Add("page", page.ToString(CultureInfo.InvariantCulture));
        return line.ToString();
        void Add(string key, string? value)
        {
            if (value is not null)
                line.Append(CultureInfo.InvariantCulture, $" {key}:{CommandLine.Quote(value)}");
        }
    }
}
