namespace PaperBot.Handlers.Digests;

/// <summary>A card of a post as it is written down.</summary>
/// <param name="Key">The card's key.</param>
/// <param name="Title">Its heading; null for none.</param>
/// <param name="Link">Where the heading leads; null for nowhere.</param>
/// <param name="Markdown">The text.</param>
/// <param name="Actions">Labels with command lines or addresses.</param>
internal sealed record PostCard(
    string Key,
    string? Title,
    string? Link,
    string Markdown,
    IReadOnlyList<PostAction> Actions
);
