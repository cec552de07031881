using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace PaperBot.Markdown.Html;

/// <summary>Links to http and https; any other address leaves its words. A picture is a link to it.</summary>
internal sealed class SafeLinkRenderer : HtmlObjectRenderer<LinkInline>
{
    protected override void Write(HtmlRenderer renderer, LinkInline obj)
    {
        var address = obj.GetDynamicUrl?.Invoke() ?? obj.Url;
        // A link's words may hold a picture, but HTML has no link inside a link.
        if (!renderer.EnableHtmlForInline || !SafeLink.IsSafe(address) || IsInsideLink(obj))
        {
            renderer.WriteChildren(obj);
            return;
        }
        SafeLink.Open(renderer, address);
        if (obj.FirstChild is null)
            renderer.WriteEscape(address);
        else
            renderer.WriteChildren(obj);
        renderer.Write("</a>");
    }

    private static bool IsInsideLink(LinkInline link)
    {
        for (var parent = link.Parent; parent is not null; parent = parent.Parent)
            if (parent is LinkInline)
                return true;
        return false;
    }
}
