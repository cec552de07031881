using PaperBot.Markdown.Plain;

namespace PaperBot.Markdown.WeCom;

/// <summary>
/// Markdown as WeCom shows the messages of its bots: marks in text escaped, so that neither a mention nor a tag comes out
/// of content; tables as tables; formulas as Unicode where a line can say them and as code otherwise.
/// </summary>
public sealed class WeComDialect : IDialect
{
    /// <inheritdoc />
    public string Render(ParsedMarkdown text, Reader reader)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(reader);
        return ChatWriter.Write(text, WeComMarks.Instance, reader);
    }

    /// <summary>One line of plain text (a title): only formulas in it are interpreted.</summary>
    public static string RenderPlain(string text) => WeComMarks.Escape(FormulaText.OfPlain(text));
}
