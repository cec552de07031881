using PaperBot.Core.Papers;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Papers;

/// <summary>Authors and categories in words for readers.</summary>
internal sealed class PaperNames(ITexts texts)
{
    /// <summary>From here on the list of authors of a card is folded.</summary>
    public const int MostAuthors = 40;
    private const int ShownWhenFolded = 20;

    /// <summary>All authors; of more than <see cref="MostAuthors"/> the first 20 and how many more there are.</summary>
    public string Authors(Paper paper, Locale locale)
    {
        if (paper.Authors.Count <= MostAuthors)
            return Join(paper.Authors, locale);
        return texts.Get(
            locale,
            "paper.authors.folded",
            ("names", Join(paper.Authors.Take(ShownWhenFolded), locale)),
            ("more", paper.Authors.Count - ShownWhenFolded),
            ("all", paper.Authors.Count)
        );
    }

    /// <summary>One or two authors, or the first "et al.", for a line of a list.</summary>
    public string Short(Paper paper, Locale locale) =>
        paper.Authors.Count > 2
            ? texts.Get(locale, "paper.authors.short", ("name", MarkdownText.Escape(paper.Authors[0].Name)))
            : Join(paper.Authors, locale);

    /// <summary>Categories by name with their code, the primary one first.</summary>
    public string Categories(Paper paper, Locale locale) =>
        string.Join(
            texts.Get(locale, "paper.list.comma"),
            // One category under two names, as cs.SY and eess.SY, is told once.
            paper
                .Categories.DistinctBy(ArxivCategories.Canonical)
                .Take(12)
                .Select(category => Category(category, locale))
        );

    private static string Category(string category, Locale locale)
    {
        var name = ArxivCategories.Describe(category, locale);
        var code = MarkdownText.Escape(category);
        return name == category ? code : $"{MarkdownText.Escape(name)} ({code})";
    }

    private string Join(IEnumerable<Author> authors, Locale locale) =>
        string.Join(
            texts.Get(locale, "paper.list.comma"),
            authors.Select(author => MarkdownText.Escape(author.Name, keepMath: false))
        );
}
