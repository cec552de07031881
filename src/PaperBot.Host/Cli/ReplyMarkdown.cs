using System.Text;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;
using PaperBot.Markdown;
using PaperBot.Markdown.Plain;

namespace PaperBot.Host.Cli;

/// <summary>A whole reply as one text: for a terminal, a script, a file.</summary>
internal static class ReplyMarkdown
{
    public static string Of(Reply reply, Reader reader)
    {
        var text = new StringBuilder();
        foreach (var card in reply.Cards)
        {
            if (text.Length > 0)
                text.Append("\n\n---\n\n");
            text.Append(Of(card, reader));
        }
        return text.ToString();
    }

    public static string Of(Card card, Reader reader)
    {
        var parts = new List<string>();
        if (card.Title is { Length: > 0 } title)
            parts.Add("## " + (card.Link is { } link ? MarkdownText.Link(title, link) : MarkdownText.Escape(title)));
        if (card.Markdown.Length > 0)
            parts.Add(card.Markdown.TrimEnd());
        foreach (var attachment in card.Attachments)
            parts.Add($"&#91;{MarkdownText.Escape(attachment.Name)}: {MarkdownText.Escape(attachment.AltText)}&#93;");
        if (card.Actions.Count > 0)
            parts.Add(string.Join('\n', card.Actions.Select(Of)));
        return string.Join("\n\n", parts.Select(part => PlainDialect.Render(part, reader)));
    }

    private static string Of(ReplyAction action) =>
        action.Link is { } link
            ? $"- {MarkdownText.Link(action.Label, link)}"
            : $"- {MarkdownText.Escape(action.Label)}: {MarkdownText.Code(action.Line!)}";
}
