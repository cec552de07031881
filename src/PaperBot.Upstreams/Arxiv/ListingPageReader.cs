using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using PaperBot.Core.Papers;

namespace PaperBot.Upstreams.Arxiv;

/// <summary>
/// Reads a listing page of arXiv's site: <c>list/…/new</c> and <c>catchup/…/yyyy-MM-dd</c>, which are built alike.
/// </summary>
internal static partial class ListingPageReader
{
    private const int MostEntries = 5_000;
    private const int MatchTimeout = 5_000;

    /// <summary>Reads the page.</summary>
    /// <exception cref="InvalidDataException">It is no listing page.</exception>
    public static ArxivListing Read(Stream body)
    {
        using var page = new HtmlParser().ParseDocument(body);
        if (page.QuerySelector("#dlpage") is not { } content || Day(content) is not { } day)
            throw new InvalidDataException("The page is not a listing of arXiv.");
        var papers = new List<ListedPaper>();
        foreach (var section in content.QuerySelectorAll("dl"))
            ReadSection(section, papers);
        return new(day, papers);
    }

    private static void ReadSection(IElement section, List<ListedPaper> papers)
    {
        var isReplacement = false;
        var isCross = false;
        foreach (var element in section.Children)
        {
            if (element.LocalName == "h3")
            {
                isReplacement = element.TextContent.StartsWith("Replacement", StringComparison.Ordinal);
                isCross = element.TextContent.StartsWith("Cross", StringComparison.Ordinal);
            }
            else if (element.LocalName == "dt" && element.NextElementSibling is { LocalName: "dd" } details)
            {
                if (papers.Count >= MostEntries)
                    throw new InvalidDataException("The listing has too many entries.");
                var type =
                    isCross ? AnnounceType.Cross
                    : !isReplacement ? AnnounceType.New
                    : element.TextContent.Contains("cross-list", StringComparison.Ordinal) ? AnnounceType.ReplaceCross
                    : AnnounceType.Replace;
                if (ToPaper(element, details) is { } paper)
                    papers.Add(new(paper, type));
            }
        }
    }

    private static Paper? ToPaper(IElement term, IElement details)
    {
        var link = term.QuerySelector("a[title='Abstract']");
        if (!ArxivId.TryParse(link?.TextContent, out var id))
            return null;
        var title = Field(details, ".list-title");
        if (title.Length == 0)
            return null;
        var categories = Subject()
            .Matches(details.QuerySelector(".list-subjects")?.TextContent ?? "")
            .Select(match => match.Groups[1].Value)
            .ToList();
        return new Paper
        {
            Id = id.WithoutVersion,
            Title = title,
            Abstract = TexText.Paragraphs(details.QuerySelector("p.mathjax")?.TextContent),
            Authors =
            [
                .. details.QuerySelectorAll(".list-authors a").Select(a => new Author(TexText.Line(a.TextContent))),
            ],
            Categories = categories,
            PrimaryCategory = categories.FirstOrDefault(),
            Comment = Field(details, ".list-comments") is { Length: > 0 } comment ? comment : null,
            JournalReference = Field(details, ".list-journal-ref") is { Length: > 0 } journal ? journal : null,
        };
    }

    /// <summary>A field without the word before it (<c>Title:</c>).</summary>
    private static string Field(IElement details, string selector)
    {
        if (details.QuerySelector(selector) is not { } field)
            return "";
        field.QuerySelector(".descriptor")?.Remove();
        return TexText.Line(field.TextContent);
    }

    private static DateOnly? Day(IElement content)
    {
        foreach (var heading in content.QuerySelectorAll("h1, h3"))
        {
            var match = DayInHeading().Match(heading.TextContent);
            string[] formats = ["d MMMM yyyy", "d MMM yyyy"];
            if (
                match.Success
                && DateOnly.TryParseExact(
                    match.Groups[1].Value,
                    formats,
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var day
                )
            )
                return day;
        }

        return null;
    }

    [GeneratedRegex(@"(?:listings for|on) \w+, (\d{1,2} \w+ \d{4})", RegexOptions.None, MatchTimeout)]
    private static partial Regex DayInHeading();

    [GeneratedRegex(@"\(([a-z-]{2,9}(?:\.[A-Za-z-]{2,10})?)\)", RegexOptions.None, MatchTimeout)]
    private static partial Regex Subject();
}
