using System.Text;
using PaperBot.Core.Commands;
using PaperBot.Core.Conversations;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Papers;

/// <summary>An announcement in pages: new, cross-listed and replaced apart, wanted words in bold.</summary>
internal sealed class AnnouncementPages(ITexts texts, PaperLine lines, IConversationStore conversations)
{
    private const int PageSize = 10;
    private static readonly string[] Sections = ["new", "cross", "replace"];

    public async Task<Outcome<Reply>> OfAsync(
        CommandRequest request,
        Announcement announcement,
        AnnouncementQuestion question,
        CancellationToken cancellationToken
    )
    {
        var locale = request.Locale;
        if (announcement.Papers.Count == 0)
            return Reply.Of(Quiet(announcement, question.Categories, locale));
        var include = new WordFilter(question.Include);
        var exclude = new WordFilter(question.Exclude);
        var shown = announcement
            .Papers.Where(p => include.IsEmpty || include.Matches(p.Paper))
            .Where(p => exclude.IsEmpty || !exclude.Matches(p.Paper))
            .OrderBy(p => Section(p.Type))
            .ToList();
        var text = new StringBuilder(Heading(announcement, question, shown.Count, locale));
        if (announcement.Outdated)
            text.Append("\n\n").Append(texts.Get(locale, "announce.outdated", ("at", announcement.FetchedAt)));
        var pages = Math.Max(1, (shown.Count + PageSize - 1) / PageSize);
        if (question.Page > pages)
            return Errors.UserInput("list.page", ("page", question.Page), ("pages", pages));
        var page = shown.Skip((question.Page - 1) * PageSize).Take(PageSize).ToList();
        text.Append(Entries(page, include, locale));
        var choices = page.Select(p => $"/paper {p.Paper.Id}").ToList();
        await conversations.OfferAsync(request.Conversation, request.Person.Id, choices, cancellationToken);
        return Reply.Of(
            new Card("announcement")
            {
                Markdown = text.ToString(),
                Actions = PageActions.Of(
                    question.Page,
                    pages,
                    number => question.Line(announcement.Day, number),
                    texts,
                    locale
                ),
            }
        ) with
        {
            Choices = choices,
        };
    }

    private string Heading(Announcement announcement, AnnouncementQuestion question, int shown, Locale locale)
    {
        var counts = announcement.Papers.CountBy(p => Section(p.Type)).ToDictionary();
        var parts = Sections
            .Select((name, i) => (name, Count: counts.GetValueOrDefault(i)))
            .Where(part => part.Count > 0)
            .Select(part => texts.Get(locale, $"announce.count.{part.name}", ("count", part.Count)));
        var heading = texts.Get(
            locale,
            "announce.heading",
            ("day", DayName.Of(announcement.Day)),
            ("categories", MarkdownText.Escape(question.Categories.ToString())),
            ("counts", string.Join(texts.Get(locale, "paper.list.comma"), parts))
        );
        var all = announcement.Papers.Count;
        return shown == all
            ? heading
            : heading + " " + texts.Get(locale, "announce.filtered", ("shown", shown), ("left", all - shown));
    }

    private string Entries(List<AnnouncedPaper> page, WordFilter include, Locale locale)
    {
        var text = new StringBuilder();
        var section = -1;
        for (var i = 0; i < page.Count; i++)
        {
            var (paper, type) = page[i];
            if (Section(type) != section)
            {
                section = Section(type);
                text.Append("\n\n**").Append(texts.Get(locale, $"announce.section.{section}")).Append("**\n");
            }

            text.Append('\n').Append(NumberedLine.Of(i + 1, Entry(paper, include, locale)));
        }

        return text.ToString();
    }

    private string Entry(Paper paper, WordFilter include, Locale locale)
    {
        if (include.IsEmpty)
            return lines.Of(paper, locale);
        var line = lines.Of(paper, locale, include.Mark(paper.Title));
        return include.Has(paper.Title) || include.Excerpt(paper) is not { } excerpt ? line : $"{line}  \n{excerpt}";
    }

    private Card Quiet(Announcement announcement, CategorySelection categories, Locale locale)
    {
        var reason = announcement.Quiet ?? QuietReason.NothingHere;
        var sentence = texts.Get(
            locale,
            $"announce.quiet.{reason.ToString().ToLowerInvariant()}",
            ("day", DayName.Of(announcement.Day)),
            ("categories", MarkdownText.Escape(categories.ToString()))
        );
        var next = announcement.NextDue is { } due ? texts.Get(locale, "announce.next", ("at", due)) : "";
        var gap = next.Length > 0 && !locale.IsChinese ? " " : "";
        return new Card("announcement") { Markdown = sentence + gap + next };
    }

    /// <summary>0 new, 1 cross-listed, 2 replaced.</summary>
    private static int Section(AnnounceType type) =>
        type switch
        {
            AnnounceType.New => 0,
            AnnounceType.Cross => 1,
            _ => 2,
        };
}
