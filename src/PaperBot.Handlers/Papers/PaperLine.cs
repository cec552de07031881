using PaperBot.Core.Papers;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Papers;

/// <summary>A paper as one entry of a list: title with link, authors, year, identifier.</summary>
internal sealed class PaperLine(ITexts texts, PaperNames names, IPaperLinks links)
{
    /// <summary>The entry; <paramref name="title"/> replaces the title's Markdown where words are marked.</summary>
    public string Of(Paper paper, Locale locale, string? title = null)
    {
        var parts = new List<string>();
        if (paper.Authors.Count > 0)
            parts.Add(names.Short(paper, locale));
        if (paper.SubmittedAt is { } date)
            parts.Add(date.UtcDateTime.Year.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (paper.PrimaryCategory is { } category)
            parts.Add(MarkdownText.Escape(category));
        parts.Add($"`{paper.Id}`");
        var linked = title is null
            ? PaperText.Link(paper.Title, links.Abstract(paper.Id))
            : $"[{title}](<{links.Abstract(paper.Id).AbsoluteUri}>)";
        return $"{linked}  \n{string.Join(texts.Get(locale, "paper.list.dot"), parts)}";
    }
}
