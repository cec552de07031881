using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using PaperBot.Core.Articles;

namespace PaperBot.Upstreams.Blogs;

/// <summary>Readers' comments that are on the page itself. Who wrote them is not read.</summary>
internal static class CommentReader
{
    private const int Most = 1_000;
    private const int Longest = 10_000;

    private const string Known =
        ".comment-content,.comment-body .content,.comment-text,.comment_content,.commentBody,[itemprop~=commentText]";

    public static IReadOnlyList<ArticleComment> Read(IHtmlDocument document, Uri address, string? selector)
    {
        var elements = document.QuerySelectorAll(selector is { Length: > 0 } ? selector : Known);
        var comments = new List<ArticleComment>();
        foreach (var element in elements.Take(Most))
        {
            var blocks = BlockWriter.Write(element, address, "").SelectMany(section => section.Blocks);
            var text = string.Join('\n', blocks.Select(block => block.Text));
            if (text.Length > 0)
                comments.Add(new(text.Length > Longest ? text[..Longest] : text, Anchor(element)));
        }
        return comments;
    }

    private static string? Anchor(IElement element)
    {
        for (IElement? at = element; at is not null; at = at.ParentElement)
            if (at.Id is { Length: > 0 } id)
                return id.Equals("comments", StringComparison.OrdinalIgnoreCase) ? null : id;
        return null;
    }
}
