using System.Globalization;
using System.Net;
using System.Text;
using PaperBot.Core.Papers;
using PaperBot.Core.Texts;

namespace PaperBot.Testing.Arxiv;

/// <summary>Answers requests for the site's listing pages, built as arXiv builds them.</summary>
internal sealed class ListingAnswer(AnnouncementPlan plan, TimeProvider time)
{
    /// <summary><c>/list/cs.CL/new</c>.</summary>
    public (int Status, string Body) New(string subject)
    {
        if (!ArxivCategories.TryFind(subject, out _))
            return (404, "<html><body>Not found</body></html>");
        var now = time.GetUtcNow();
        var day = plan.Newest(now) ?? AnnouncementPlan.Today(now);
        var heading =
            $"<h3>Showing new listings for {day.ToString("dddd, d MMMM yyyy", CultureInfo.InvariantCulture)}</h3>";
        return (200, Page("New", heading, subject, day, "No updates today."));
    }

    /// <summary><c>/catchup/cs.CL/2026-11-20</c>, for the last 90 days.</summary>
    public (int Status, string Body) CatchUp(string subject, string date)
    {
        var today = AnnouncementPlan.Today(time.GetUtcNow());
        if (
            !ArxivCategories.TryFind(subject, out var category)
            || !DateOnly.TryParseExact(
                date,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
            || day < today.AddDays(-91)
            || day > today
        )
            return (400, "<html><body>Bad request</body></html>");
        var shown = day.ToString("ddd, dd MMM yyyy", CultureInfo.InvariantCulture);
        var title = $"Catchup results for {category.In(Locale.English)} on {shown}";
        return (200, Page(title, "", subject, day, $"No updates for {shown}. There was either no announcement."));
    }

    private string Page(string title, string heading, string subject, DateOnly day, string nothing)
    {
        var page = new StringBuilder("<!DOCTYPE html><html><body><div id='content-inner'><div id='dlpage'>");
        page.Append("<h1>").Append(WebUtility.HtmlEncode(title)).Append("</h1>").Append(heading);
        var index = 0;
        foreach (var (name, types) in Sections)
        {
            var papers = plan.Of(day, time.GetUtcNow())
                .Select(announced => (announced.Paper, Type: announced.TypeFor([subject])))
                .Where(pair => types.Contains(pair.Type))
                .ToList();
            if (papers.Count == 0)
                continue;
            page.Append("<dl id='articles'><h3>").Append(name).Append("</h3>");
            foreach (var (paper, type) in papers)
                Entry(page, paper, type!, ++index);
            page.Append("</dl>");
        }

        return page.Append(index == 0 ? $"<p>{nothing}</p>" : "").Append("</div></div></body></html>").ToString();
    }

    private static readonly (string Name, string[] Types)[] Sections =
    [
        ("New submissions ", ["new"]),
        ("Cross submissions ", ["cross"]),
        ("Replacement submissions ", ["replace", "replace-cross"]),
    ];

    private static void Entry(StringBuilder page, SimulatedPaper paper, string type, int index)
    {
        var primary = paper.Categories[0];
        var note = type switch
        {
            "cross" => $"(cross-list from {primary})",
            "replace" => "(replaced)",
            "replace-cross" => $"(replaced) (cross-list from {primary})",
            _ => "",
        };
        page.Append(
            CultureInfo.InvariantCulture,
            $"<dt><a name='item{index}'>[{index}]</a>\n<a href =\"/abs/{paper.Id}\""
        );
        page.Append(
            CultureInfo.InvariantCulture,
            $" title=\"Abstract\" id=\"{paper.Id}\">\n arXiv:{paper.Id}\n</a>\n{note}"
        );
        page.Append(
            CultureInfo.InvariantCulture,
            $" [<a href=\"/pdf/{paper.Id}\" title=\"Download PDF\">pdf</a>]</dt><dd><div class='meta'>"
        );
        Field(page, "title mathjax", "Title", paper.Title);
        page.Append("<div class='list-authors'>");
        page.AppendJoin(", ", paper.Authors.Select(a => $"<a href=\"/a\">{WebUtility.HtmlEncode(a.Name)}</a>"));
        page.Append("</div>");
        if (paper.Comment is { } comment)
            Field(page, "comments mathjax", "Comments", comment);
        if (paper.JournalReference is { } journal)
            Field(page, "journal-ref", "Journal-ref", journal);
        var subjects = paper.Categories.Select(name => $"{ArxivCategories.Describe(name, Locale.English)} ({name})");
        Field(page, "subjects", "Subjects", string.Join("; ", subjects));
        page.Append("<p class='mathjax'>").Append(WebUtility.HtmlEncode(paper.Abstract)).Append("</p></div></dd>");
    }

    private static void Field(StringBuilder page, string kind, string name, string text) =>
        page.Append(
                CultureInfo.InvariantCulture,
                $"<div class='list-{kind}'><span class='descriptor'>{name}:</span>\n "
            )
            .Append(WebUtility.HtmlEncode(text))
            .Append("</div>");
}
