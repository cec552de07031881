namespace PaperBot.Markdown.Plain;

/// <summary>
/// Markdown as a person writes in a chat that shows plain text only: no marks, lists with bullets, links with their
/// address behind, formulas as Unicode where a line can say them and as their LaTeX otherwise.
/// </summary>
public sealed class ChatTextDialect : IDialect
{
    /// <inheritdoc />
    public string Render(ParsedMarkdown text, Reader reader)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(reader);
        return ChatWriter.Write(text, PlainMarks.Instance, reader);
    }

    /// <summary>The same, with formulas marked so that <see cref="Splitting.PlainSplitter"/> does not cut them.</summary>
    public static string RenderForSplitting(ParsedMarkdown text, Reader reader)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(reader);
        return ChatWriter.Write(text, PlainMarks.ForSplitting, reader);
    }

    /// <summary>One line of plain text (a title): only formulas in it are interpreted.</summary>
    public static string RenderPlain(string text) => FormulaText.OfPlain(text);
}
