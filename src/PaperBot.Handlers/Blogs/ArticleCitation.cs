using System.Globalization;
using System.Text;
using PaperBot.Core.Articles;
using PaperBot.Handlers.Papers;
using PaperBot.Handlers.Papers.Citing;

namespace PaperBot.Handlers.Blogs;

/// <summary>References of articles: BibTeX's <c>@online</c>, RIS's <c>BLOG</c>, GB/T 7714's <c>[EB/OL]</c>.</summary>
internal static class ArticleCitation
{
    public static string Of(ArticleHead article, string format, DateTimeOffset now) =>
        format switch
        {
            "ris" => Ris(article, now),
            "gbt7714" => Gbt(article, now),
            _ => Bibtex(article, now),
        };

    private static string Bibtex(ArticleHead article, DateTimeOffset now)
    {
        var entry = new StringBuilder($"@online{{{Key(article)}");
        Field("author", string.Join(" and ", article.Authors.Select(name => $"{{{LatexText.Escape(name)}}}")));
        Field("title", BibtexTitle.Of(article.Title));
        Field("date", article.PublishedAt is { } published ? DayName.Of(published) : "");
        Field("year", article.PublishedAt?.UtcDateTime.Year.ToString(CultureInfo.InvariantCulture) ?? "");
        Field("url", article.Address.AbsoluteUri);
        Field("urldate", DayName.Of(now));
        return entry.Append("\n}").ToString();

        void Field(string name, string value)
        {
            if (value.Length > 0)
                entry.Append(CultureInfo.InvariantCulture, $",\n  {name} = {{{value}}}");
        }
    }

    private static string Ris(ArticleHead article, DateTimeOffset now)
    {
        var lines = new List<string> { "TY  - BLOG" };
        lines.AddRange(article.Authors.Select(name => "AU  - " + name));
        lines.Add("TI  - " + article.Title);
        if (article.PublishedAt is { } published)
            lines.Add("DA  - " + DayName.Of(published).Replace('-', '/'));
        lines.Add("UR  - " + article.Address.AbsoluteUri);
        lines.Add("Y2  - " + DayName.Of(now).Replace('-', '/'));
        lines.Add("ER  - ");
        return string.Join('\n', lines);
    }

    private static string Gbt(ArticleHead article, DateTimeOffset now)
    {
        var authors = article.Authors.Count > 0 ? string.Join(", ", article.Authors.Take(3)) + ". " : "";
        var day = article.PublishedAt is { } published ? $"({DayName.Of(published)})" : "";
        return $"{authors}{article.Title}[EB/OL]. {day}[{DayName.Of(now)}]. {article.Address.AbsoluteUri}.";
    }

    private static string Key(ArticleHead article)
    {
        var host = article.Address.Host.Split('.').FirstOrDefault(part => part is not "www" and not "blog") ?? "blog";
        var year = article.PublishedAt?.UtcDateTime.Year.ToString(CultureInfo.InvariantCulture) ?? "";
        return $"{host}{year}-{article.Id}";
    }
}
