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

/// <summary>Writes a tree as plain text. The tree's depth is bounded by the parser.</summary>
internal sealed class ChatTextWriter(Reader reader)
{
    private const string Bullet = "• ";
    private const string Quotation = "│ ";
    private const string CellGap = "｜";
    private const string Rule = "——";

    private readonly StringBuilder _text = new();

    public void WriteBlocks(ContainerBlock blocks) => WriteBlocks(blocks, "", "");

    public override string ToString() => _text.ToString().Trim('\n');

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
                WriteBlocks(quote, first + Quotation, rest + Quotation);
                break;
            case Table table:
                WriteTable(table, first, rest);
                break;
            case CodeBlock code:
                WriteLines(code.Lines.ToString(), first, rest);
                break;
            case ThematicBreakBlock:
                WriteLines(Rule, first, rest);
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
            var mark = list.IsOrdered ? FormattableString.Invariant($"{number + i}. ") : Bullet;
            if (list[i] is ContainerBlock item)
                WriteBlocks(item, opening + mark, rest + new string(' ', mark.Length));
            opening = rest;
        }
    }

    private void WriteTable(Table table, string first, string rest)
    {
        var opening = first;
        foreach (var row in table.OfType<TableRow>())
        {
            var cells = row.OfType<TableCell>().Select(cell => Text(cell));
            WriteLines(string.Join(CellGap, cells), opening, rest);
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

    private string Text(TableCell cell) =>
        string.Join(' ', cell.OfType<LeafBlock>().Where(b => b.Inline is not null).Select(b => Text(b.Inline!)));

    private string Text(ContainerInline inlines)
    {
        var line = new StringBuilder();
        Append(line, inlines);
        return line.ToString();
    }

    private void Append(StringBuilder line, ContainerInline inlines)
    {
        foreach (var inline in inlines)
            Append(line, inline);
    }

    private void Append(StringBuilder line, Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                line.Append(literal.Content.AsSpan());
                break;
            case CodeInline code:
                line.Append(code.Content);
                break;
            case FormulaInline formula:
                line.Append(FormulaText.Of(formula.Tex));
                break;
            case AutolinkInline link when TimeToken.TryParse(link.Url, out var instant):
                line.Append(Moments.Word(instant, reader));
                break;
            case AutolinkInline link:
                line.Append(link.Url);
                break;
            case HtmlEntityInline entity:
                line.Append(entity.Transcoded.AsSpan());
                break;
            case LineBreakInline:
                line.Append('\n');
                break;
            case TaskList task:
                line.Append(task.Checked ? "☑ " : "☐ ");
                break;
            case LinkInline link:
                AppendLink(line, link);
                break;
            case ContainerInline container:
                Append(line, container);
                break;
        }
    }

    /// <summary>The words and, when they do not say it already, the address behind them.</summary>
    private void AppendLink(StringBuilder line, LinkInline link)
    {
        var address = link.GetDynamicUrl?.Invoke() ?? link.Url;
        var words = Text(link);
        line.Append(words);
        if (!SafeLink.IsSafe(address) || words == address)
            return;
        line.Append(words.Length > 0 ? " " : "").Append(address);
        // An address runs on into whatever stands behind it.
        if (link.NextSibling is LiteralInline next && next.Content.AsSpan() is [not ' ', ..])
            line.Append(' ');
    }
}
