using PaperBot.Platforms.Web.Chat;

namespace PaperBot.Platforms.Web.Views;

/// <summary>A card as a page gets it.</summary>
/// <param name="Key">Names the card in its answer.</param>
/// <param name="Title">HTML of one line; null: no heading.</param>
/// <param name="Link">Where the title leads.</param>
/// <param name="Html">The text.</param>
/// <param name="Files">Pictures and files.</param>
/// <param name="Actions">Buttons and links.</param>
internal sealed record CardView(
    string Key,
    string? Title,
    string? Link,
    string Html,
    IReadOnlyList<FileView> Files,
    IReadOnlyList<StoredAction> Actions
);
