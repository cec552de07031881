using System.Globalization;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace PaperBot.Markdown.Html;

/// <summary>Headings two levels down: the page and the card have the first two.</summary>
internal sealed class DemotedHeadingRenderer : HtmlObjectRenderer<HeadingBlock>
{
    private const int Levels = 2;
    private const int Lowest = 6;

    protected override void Write(HtmlRenderer renderer, HeadingBlock obj)
    {
        var name = "h" + Math.Min(Lowest, obj.Level + Levels).ToString(CultureInfo.InvariantCulture);
        renderer.EnsureLine();
        renderer.Write('<').Write(name).Write('>');
        renderer.WriteLeafInline(obj);
        renderer.Write("</").Write(name).WriteLine(">");
    }
}
