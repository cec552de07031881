using System.Globalization;
using System.Text;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using PaperBot.Core.Texts;
using PaperBot.Markdown.Formulas;
using PaperBot.Markdown.Html;

namespace PaperBot.Markdown.Plain;

/// <summary>Writes a tree as the lines of a chat, in that chat's marks. The tree's depth is bounded by the parser.</summary>
internal sealed class ChatWriter(ChatMarks marks, Reader reader)
{
    private readonly StringBuilder _text = new();

    public static string Write(ParsedMarkdown text, ChatMarks marks, Reader reader)
    {
        var writer = new ChatWriter(marks, reader);
        writer.WriteBlocks(text.Document, "", "");
        return writer._text.ToString().Trim('\n');
    }

    /// <summary>Blocks with an empty line between them.</summary>
    /// <param name="blocks">The blocks.</param>
    /// <param name="first">What stands before the first line: a bullet.</param>
    /// <param name="rest">What stands before every other line.</param>
    private void WriteBlocks(ContainerBlock blocks, string first, string rest)
    {
        var opening = first;
        for (var i = 0; i < blocks.Count; i++)
        {
            if (i > 0 && !(blocks[i] is ListBlock && blocks is ListItemBlock))
                _text.Append(rest.TrimEnd()).Append('\n');
            WriteBlock(blocks[i], opening, rest);
            opening = rest;
        }
        if (blocks.Count == 0 && first.Length > 0)
            WriteLines("", first, rest);
    }

    private void WriteBlock(Block block, string first, string rest)
    {
        switch (block)
        {
            case ListBlock list:
                WriteList(list, first, rest);
                break;
            case QuoteBlock quote:
                WriteBlocks(quote, first + marks.Quotation, rest + marks.Quotation);
                break;
            case Table table:
                WriteLines(marks.Table(Rows(table)), first, rest);
                break;
            case CodeBlock code:
                var language = (code as FencedCodeBlock)?.Info ?? "";
                WriteLines(marks.Fence(code.Lines.ToString(), language), first, rest);
                break;
            case ThematicBreakBlock:
                WriteLines(marks.Rule, first, rest);
                break;
            case HeadingBlock { Inline: { } inlines } heading:
                WriteLines(marks.Heading(Text(inlines), heading.Level), first, rest);
                break;
            case LeafBlock { Inline: { } inlines }:
                WriteLines(Text(inlines), first, rest);
                break;
            case ContainerBlock container:
                WriteBlocks(container, first, rest);
                break;
        }
    }

    private void WriteList(ListBlock list, string first, string rest)
    {
        var number = int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            ? start
            : 1;
        var opening = first;
        for (var i = 0; i < list.Count; i++)
        {
            if (i > 0 && list.IsLoose)
                _text.Append(rest.TrimEnd()).Append('\n');
            var mark = list.IsOrdered ? FormattableString.Invariant($"{number + i}. ") : marks.Bullet;
            if (list[i] is ContainerBlock item)
                WriteBlocks(item, opening + mark, rest + new string(' ', mark.Length));
            opening = rest;
        }
    }

    private void WriteLines(string text, string first, string rest)
    {
        var opening = first;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            _text.Append((opening + line).TrimEnd()).Append('\n');
            opening = rest;
        }
    }

    private List<IReadOnlyList<string>> Rows(Table table) =>
        [.. table.OfType<TableRow>().Select(row => (IReadOnlyList<string>)[.. row.OfType<TableCell>().Select(Text)])];

    private string Text(TableCell cell) =>
        string.Join(' ', cell.OfType<LeafBlock>().Where(b => b.Inline is not null).Select(b => Text(b.Inline!)));

    private string Text(ContainerInline inlines)
    {
        var line = new StringBuilder();
        foreach (var inline in inlines)
            line.Append(Text(inline));
        return line.ToString();
    }

    private string Text(Inline inline) =>
        inline switch
        {
            LiteralInline literal => marks.Literal(literal.Content.AsSpan()),
            CodeInline code => marks.Code(code.Content),
            FormulaInline formula => marks.Formula(formula.Tex, formula.Display),
            AutolinkInline link when TimeToken.TryParse(link.Url, out var instant, out var zone) => marks.Moment(
                instant,
                reader.In(zone)
            ),
            AutolinkInline link => SafeLink.IsSafe(link.Url)
                ? marks.Link(link.Url, link.Url, IsLast(link))
                : marks.Literal(link.Url),
            HtmlEntityInline entity => marks.Literal(entity.Transcoded.AsSpan()),
            LineBreakInline => "\n",
            TaskList task => task.Checked ? "☑ " : "☐ ",
            LinkInline link => Link(link),
            EmphasisInline emphasis => marks.Emphasis(
                Text((ContainerInline)emphasis),
                emphasis.DelimiterChar,
                emphasis.DelimiterCount
            ),
            ContainerInline container => Text(container),
            _ => "",
        };

    private string Link(LinkInline link)
    {
        var address = link.GetDynamicUrl?.Invoke() ?? link.Url;
        var words = Text((ContainerInline)link);
        return SafeLink.IsSafe(address) ? marks.Link(words, address, IsLast(link)) : words;
    }

    private static bool IsLast(Inline link) =>
        link.NextSibling is not LiteralInline next || next.Content.AsSpan() is [] or [' ', ..];
}
