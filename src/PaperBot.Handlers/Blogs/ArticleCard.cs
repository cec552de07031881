using System.Text;
using PaperBot.Core.Articles;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Papers;

namespace PaperBot.Handlers.Blogs;

/// <summary>An article as a card: who, when, the first lines, the outline. Never the whole text.</summary>
internal sealed class ArticleCard(ITexts texts, ArticleLine lines)
{
    private const int MostHeadings = 15;
    private const int MostTags = 8;
    private const int LongestLead = 360;
    private const double LargestShare = 0.3;

    /// <summary>The card; <paramref name="again"/> is the line of a command that shows another one.</summary>
    public Card Of(Article article, Locale locale, string? again = null)
    {
        var text = new StringBuilder(lines.Facts(ArticleHead.Of(article), locale));
        if (Lead(article) is { Length: > 0 } lead)
            text.Append("\n\n").Append(PaperText.Escape(lead));
        if (Outline(article) is { Length: > 0 } outline)
            text.Append("\n\n**").Append(texts.Get(locale, "blog.read.outline")).Append("**\n\n").Append(outline);
        var tags = article.Tags.Concat(article.Categories).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostTags);
        if (
            string.Join(texts.Get(locale, "paper.list.comma"), tags.Select(tag => MarkdownText.Escape(tag))) is
            { Length: > 0 } shown
        )
            text.Append("\n\n").Append(texts.Get(locale, "blog.read.tags", ("tags", shown)));
        return new Card($"article:{article.Id}")
        {
            Title = PaperText.Of(article.Title),
            Link = ArticleLinks.HasPage(article.Address) ? article.Address : null,
            Markdown = text.ToString(),
            Actions = [.. Actions(article, locale, again)],
        };
    }

    private IEnumerable<ReplyAction> Actions(Article article, Locale locale, string? again)
    {
        if (ArticleLinks.HasPage(article.Address))
            yield return ReplyAction.Open(texts.Get(locale, "blog.action.open"), article.Address);
        if (again is not null)
            yield return ReplyAction.Run(texts.Get(locale, "blog.action.another"), again, ActionEffect.ReplaceInPlace);
        yield return ReplyAction.Run(texts.Get(locale, "blog.action.related"), $"/blog related {article.Id}");
        if (article.Previous is not null || article.Next is not null)
            yield return ReplyAction.Run(texts.Get(locale, "blog.action.series"), $"/blog series {article.Id}");
        yield return ReplyAction.Run(texts.Get(locale, "paper.action.cite"), $"/cite {article.Id}");
    }

    /// <summary>The first paragraphs, at most a third of the article, cut between words and never in a formula.</summary>
    private static string Lead(Article article)
    {
        var prose = article
            .Sections.SelectMany(section => section.Blocks)
            .Where(block => block.Kind is ArticleBlockKind.Prose or ArticleBlockKind.Quote)
            .Select(block => block.Text)
            .ToList();
        var longest = (int)Math.Min(LongestLead, prose.Sum(text => text.Length) * LargestShare);
        return CutText.Of(prose.FirstOrDefault(text => text.Length > 20) ?? prose.FirstOrDefault() ?? "", longest);
    }

    private static string Outline(Article article)
    {
        var headings = article.Sections.Where(section => section.Heading.Length > 0).ToList();
        var lines = headings
            .Where(section => section.Level <= 2)
            .Take(MostHeadings)
            .Select(section => new string(' ', (section.Level - 1) * 2) + "- " + Heading(article, section));
        var text = string.Join('\n', lines);
        return headings.Count(section => section.Level <= 2) > MostHeadings ? text + "\n- …" : text;
    }

    private static string Heading(Article article, ArticleSection section) =>
        ArticleLinks.Part(section.Heading, article.Address, section.Anchor);
}
