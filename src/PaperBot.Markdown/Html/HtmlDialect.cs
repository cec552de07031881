using System.Globalization;
using Markdig.Renderers;

namespace PaperBot.Markdown.Html;

/// <summary>
/// HTML for a page of ours: no element or attribute that the text chose, links to http and https only, pictures as
/// links, headings below the page's own, formulas as <c>&lt;span class="math"&gt;</c> for the page to typeset.
/// </summary>
public sealed class HtmlDialect : IDialect
{
    /// <inheritdoc />
    public string Render(ParsedMarkdown text, Reader reader)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(reader);
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        var html = new HtmlRenderer(writer);
        Pipelines.Chat.Setup(html);
        html.ObjectRenderers.ReplaceOrAdd<Markdig.Renderers.Html.HeadingRenderer>(new DemotedHeadingRenderer());
        html.ObjectRenderers.ReplaceOrAdd<Markdig.Renderers.Html.CodeBlockRenderer>(new PlainCodeRenderer());
        html.ObjectRenderers.ReplaceOrAdd<Markdig.Renderers.Html.Inlines.LinkInlineRenderer>(new SafeLinkRenderer());
        html.ObjectRenderers.ReplaceOrAdd<Markdig.Renderers.Html.Inlines.AutolinkInlineRenderer>(
            new SafeAutolinkRenderer(reader)
        );
        html.ObjectRenderers.ReplaceOrAdd<Markdig.Extensions.Tables.HtmlTableRenderer>(new ScrollableTableRenderer());
        html.ObjectRenderers.Add(new FormulaRenderer());
        html.Render(text.Document);
        writer.Flush();
        return writer.ToString();
    }

    /// <summary>One line of plain text (a title): only formulas in it are interpreted.</summary>
    public static string RenderPlain(string text) => PlainTextHtml.Of(text);
}
