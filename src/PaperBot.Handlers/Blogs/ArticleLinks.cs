using PaperBot.Core.Articles;
using PaperBot.Handlers.Papers;

namespace PaperBot.Handlers.Blogs;

/// <summary>Links to articles. The starter articles have no page: their addresses are of the reserved <c>.example</c>.</summary>
internal static class ArticleLinks
{
    public static bool HasPage(Uri address) => !address.Host.EndsWith(".example", StringComparison.Ordinal);

    /// <summary>The title as a link, or in bold where there is no page.</summary>
    public static string Title(string title, Uri address, IReadOnlyList<TextMark> marks) =>
        HasPage(address)
            ? $"[{MarkedText.Of(title, marks)}](<{address.AbsoluteUri}>)"
            : $"**{PaperText.Escape(title)}**";

    /// <summary>A place on the article's page, or its name alone.</summary>
    public static string Part(string name, Uri address, string? anchor) =>
        anchor is { Length: > 0 } && HasPage(address)
            ? PaperText.Link(name, new Uri(address, "#" + Uri.EscapeDataString(anchor)))
            : PaperText.Escape(name);
}
