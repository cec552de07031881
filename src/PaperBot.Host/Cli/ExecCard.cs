using PaperBot.Core.Replies;
using PaperBot.Markdown;
using PaperBot.Markdown.Plain;

namespace PaperBot.Host.Cli;

/// <summary>A part of a reply.</summary>
internal sealed record ExecCard(
    string Key,
    string? Title,
    string? Link,
    string Markdown,
    IReadOnlyList<string> Attachments,
    IReadOnlyList<ExecAction> Actions
)
{
    public static ExecCard Of(Card card, Reader reader) =>
        new(
            card.Key,
            card.Title,
            card.Link?.AbsoluteUri,
            PlainDialect.Word(card.Markdown, reader),
            [.. card.Attachments.Select(attachment => attachment.Name)],
            [.. card.Actions.Select(ExecAction.Of)]
        );
}
