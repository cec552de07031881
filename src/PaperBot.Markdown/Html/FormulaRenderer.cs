using Markdig.Renderers;
using Markdig.Renderers.Html;
using PaperBot.Markdown.Formulas;

namespace PaperBot.Markdown.Html;

/// <summary>A formula as a span that the page typesets; without script the TeX can be read.</summary>
internal sealed class FormulaRenderer : HtmlObjectRenderer<FormulaInline>
{
    protected override void Write(HtmlRenderer renderer, FormulaInline obj) =>
        renderer.Write(renderer.EnableHtmlForInline ? PlainTextHtml.Formula(obj.Tex, obj.Display) : obj.Tex);
}
