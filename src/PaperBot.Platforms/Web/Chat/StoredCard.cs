using PaperBot.Core.Replies;

namespace PaperBot.Platforms.Web.Chat;

/// <summary>A card as the transcript keeps it.</summary>
internal sealed record StoredCard(
    string Key,
    string? Title,
    string? Link,
    string Markdown,
    IReadOnlyList<StoredFile> Files,
    IReadOnlyList<StoredAction> Actions
)
{
    public static StoredCard Of(Card card) =>
        new(
            card.Key,
            card.Title,
            card.Link?.AbsoluteUri,
            card.Markdown,
            [.. card.Attachments.Select(StoredFile.Of)],
            [.. card.Actions.Select(StoredAction.Of)]
        );
}
