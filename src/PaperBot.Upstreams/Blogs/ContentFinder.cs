using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace PaperBot.Upstreams.Blogs;

/// <summary>
/// Finds the article on its page: by a selector, by what common systems call it, otherwise by where the text is. An
/// element's text counts less the more of it is in links.
/// </summary>
internal static class ContentFinder
{
    /// <summary>Less text than this is no article, in characters.</summary>
    private const int LeastText = 120;

    private static readonly string[] Known =
    [
        "[itemprop=articleBody]",
        ".entry-content",
        ".post-content",
        ".post-body",
        ".article-content",
        ".article-body",
        "#article_content",
        "#cnblogs_post_body",
        ".markdown-body",
        ".e-content",
        "#PostContent",
        "#post-content",
        ".td-post-content",
        ".single-content",
        ".RichText",
        ".blog-post",
        "article .content",
        "article",
        "[role=main]",
        "main",
    ];

    /// <returns>Null when the page holds no article.</returns>
    public static IElement? Find(IHtmlDocument document, string? selector)
    {
        if (selector is { Length: > 0 })
            return document.QuerySelector(selector);
        foreach (var known in Known)
        {
            var found = document.QuerySelectorAll(known);
            // Several of them are a page of several articles: a list.
            if (found.Length == 1 && Weight(found[0]) >= LeastText)
                return found[0];
        }
        return ByDensity(document);
    }

    private static IElement? ByDensity(IHtmlDocument document)
    {
        var scores = new Dictionary<IElement, double>();
        foreach (var paragraph in document.QuerySelectorAll("p,pre,blockquote,td,li,h2,h3"))
        {
            if (paragraph.Closest("nav,footer,aside,header,form,.comments,#comments,.sidebar") is not null)
                continue;
            var weight = Weight(paragraph);
            if (weight < 25)
                continue;
            var share = 1.0;
            var parent = paragraph.ParentElement;
            for (var up = 0; up < 3 && parent is not null and not IHtmlBodyElement; up++, parent = parent.ParentElement)
            {
                scores[parent] = scores.GetValueOrDefault(parent) + weight * share;
                share *= 0.6;
            }
            if (paragraph.ParentElement is IHtmlBodyElement body)
                scores[body] = scores.GetValueOrDefault(body) + weight;
        }
        var best = scores.OrderByDescending(pair => pair.Value).FirstOrDefault();
        return best.Key is { } element && Weight(element) >= LeastText ? element : null;
    }

    /// <summary>Characters of text outside of links; a Chinese one counts double.</summary>
    private static double Weight(IElement element)
    {
        var all = Length(element.TextContent);
        var linked = element.QuerySelectorAll("a").Sum(link => Length(link.TextContent));
        return all - linked * 1.2;
    }

    private static double Length(string text)
    {
        var length = 0;
        foreach (var c in text)
            length +=
                char.IsWhiteSpace(c) ? 0
                : c >= '\u2E80' ? 2
                : 1;
        return length;
    }
}
