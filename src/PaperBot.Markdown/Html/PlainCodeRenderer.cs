using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace PaperBot.Markdown.Html;

/// <summary>Code blocks that can be scrolled by keyboard; the language is kept as data, never as a class.</summary>
internal sealed class PlainCodeRenderer : HtmlObjectRenderer<CodeBlock>
{
    protected override void Write(HtmlRenderer renderer, CodeBlock obj)
    {
        renderer.EnsureLine();
        renderer.Write("<pre tabindex=\"0\"");
        if (obj is FencedCodeBlock { Info: { Length: > 0 } info })
            renderer.Write(" data-language=\"").WriteEscape(info).Write('"');
        renderer.Write("><code>");
        renderer.WriteLeafRawLines(obj, writeEndOfLines: true, escape: true);
        renderer.WriteLine("</code></pre>");
    }
}
