using System.Globalization;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;
using PaperBot.Core.Texts;

namespace PaperBot.Markdown.Html;

/// <summary>Autolinks, and moments, which are written as such.</summary>
internal sealed class SafeAutolinkRenderer(Reader reader) : HtmlObjectRenderer<AutolinkInline>
{
    protected override void Write(HtmlRenderer renderer, AutolinkInline obj)
    {
        if (TimeToken.TryParse(obj.Url, out var instant, out var zone))
        {
            var machine = instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            renderer.Write("<time datetime=\"").Write(machine).Write("\">");
            renderer.WriteEscape(Moments.Word(instant, reader.In(zone))).Write("</time>");
            return;
        }
        var linked = !obj.IsEmail && SafeLink.IsSafe(obj.Url);
        if (linked)
            SafeLink.Open(renderer, obj.Url);
        renderer.WriteEscape(obj.Url);
        if (linked)
            renderer.Write("</a>");
    }
}
