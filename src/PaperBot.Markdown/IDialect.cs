namespace PaperBot.Markdown;

/// <summary>Renders a parsed text the way one kind of place shows it; one implementation per dialect.</summary>
public interface IDialect
{
    /// <summary>The text in this dialect.</summary>
    string Render(ParsedMarkdown text, Reader reader);
}
