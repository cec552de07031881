using PaperBot.Core.Articles;
using PaperBot.Core.Texts;
using PaperBot.Handlers.Papers;

namespace PaperBot.Handlers.Blogs;

/// <summary>An article as one entry of a list: title with link, authors, day, blog.</summary>
internal sealed class ArticleLine(ITexts texts)
{
    private const int MostAuthors = 2;

    public string Of(ArticleHead article, Locale locale) =>
        $"{ArticleLinks.Title(article.Title, article.Address, [])}  \n{Facts(article, locale)}";

    /// <summary>A hit with its best passage below.</summary>
    public string Of(ArticleHit hit, Locale locale)
    {
        var article = hit.Article;
        var title = ArticleLinks.Title(article.Title, article.Address, hit.TitleMarks);
        var line = $"{title}  \n{Facts(article, locale)}";
        return hit.Passage is { } passage ? $"{line}  \n{Passage(article, passage, locale)}" : line;
    }

    /// <summary>Authors, day and blog in one line.</summary>
    public string Facts(ArticleHead article, Locale locale)
    {
        var parts = new List<string>();
        if (article.Authors.Count > 0)
            parts.Add(Authors(article, locale));
        parts.Add(
            article.PublishedAt is { } published ? DayName.Of(published) : texts.Get(locale, "blog.date.unknown")
        );
        parts.Add(MarkdownText.Escape(article.Source));
        return string.Join(texts.Get(locale, "paper.list.dot"), parts);
    }

    private string Authors(ArticleHead article, Locale locale)
    {
        var names = article.Authors.Take(MostAuthors).Select(name => MarkdownText.Escape(name));
        var shown = string.Join(texts.Get(locale, "paper.list.comma"), names);
        return article.Authors.Count > MostAuthors ? texts.Get(locale, "paper.authors.short", ("name", shown)) : shown;
    }

    /// <summary>The passage with its marks; an ellipsis says that it breaks off, which behind a full stop it does not.</summary>
    public static string Passage(TextPassage passage)
    {
        var text = MarkedText.Of(passage.Text, passage.Marks).ReplaceLineEndings(" ").TrimEnd();
        var breaksOff = passage.CutAfter && text is [.., not ('.' or '!' or '?' or '。' or '！' or '？' or '…')];
        return (passage.CutBefore ? "…" : "") + text + (breaksOff ? "…" : "");
    }

    private string Passage(ArticleHead article, TextPassage passage, Locale locale)
    {
        var text = Passage(passage);
        if (passage.IsComment)
            return texts.Get(locale, "blog.passage.comment", ("text", text));
        if (passage.Section is not { Length: > 0 } section || section == article.Title)
            return text;
        var link = ArticleLinks.Part("§ " + section, article.Address, passage.Anchor);
        return $"{link}  \n{text}";
    }
}
