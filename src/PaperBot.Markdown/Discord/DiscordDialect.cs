using PaperBot.Markdown.Plain;

namespace PaperBot.Markdown.Discord;

/// <summary>
/// Markdown as Discord shows it: its own marks escaped in everything that is text, so that no mention, link or format
/// comes out of content; moments as its timestamps; tables as code; formulas as Unicode where a line can say them and as
/// code otherwise.
/// </summary>
public sealed class DiscordDialect : IDialect
{
    /// <inheritdoc />
    public string Render(ParsedMarkdown text, Reader reader)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(reader);
        return ChatWriter.Write(text, DiscordMarks.Instance, reader);
    }

    /// <summary>One line of plain text (a title): only formulas in it are interpreted.</summary>
    public static string RenderPlain(string text) => DiscordMarks.Escape(FormulaText.OfPlain(text));
}
