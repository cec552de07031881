using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace PaperBot.Markdown.Html;

/// <summary>Tables that scroll inside themselves on a narrow screen, aligned by class, not by style.</summary>
internal sealed class ScrollableTableRenderer : HtmlObjectRenderer<Table>
{
    protected override void Write(HtmlRenderer renderer, Table obj)
    {
        renderer.EnsureLine();
        renderer.WriteLine("<div class=\"table\" role=\"group\" tabindex=\"0\"><table>");
        var inBody = false;
        foreach (var row in obj.OfType<TableRow>())
        {
            if (row.IsHeader)
                renderer.WriteLine("<thead>");
            else if (!inBody)
                renderer.WriteLine("<tbody>");
            inBody |= !row.IsHeader;
            WriteRow(renderer, obj, row);
            if (row.IsHeader)
                renderer.WriteLine("</thead>");
        }
        if (inBody)
            renderer.WriteLine("</tbody>");
        renderer.WriteLine("</table></div>");
    }

    private static void WriteRow(HtmlRenderer renderer, Table table, TableRow row)
    {
        var tag = row.IsHeader ? "th" : "td";
        renderer.WriteLine("<tr>");
        for (var i = 0; i < row.Count; i++)
        {
            var align = i < table.ColumnDefinitions.Count ? table.ColumnDefinitions[i].Alignment : null;
            renderer.Write('<').Write(tag);
            renderer.Write(row.IsHeader ? " scope=\"col\"" : "").Write(Class(align)).Write('>');
            var implicitParagraph = renderer.ImplicitParagraph;
            renderer.ImplicitParagraph = true;
            renderer.Write(row[i]);
            renderer.ImplicitParagraph = implicitParagraph;
            renderer.Write("</").Write(tag).WriteLine(">");
        }
        renderer.WriteLine("</tr>");
    }

    private static string Class(TableColumnAlign? align) =>
        align switch
        {
            TableColumnAlign.Right => " class=\"right\"",
            TableColumnAlign.Center => " class=\"center\"",
            _ => "",
        };
}
