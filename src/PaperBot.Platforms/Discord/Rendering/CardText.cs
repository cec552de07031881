namespace PaperBot.Platforms.Discord.Rendering;

/// <summary>A card, or a part of a long one, in Discord's dialect.</summary>
/// <param name="Text">With its heading; empty when there are only pictures or buttons.</param>
/// <param name="Actions">Its buttons.</param>
/// <param name="Files">The files that stand here.</param>
internal sealed record CardText(string Text, IReadOnlyList<ActionText> Actions, IReadOnlyList<FileText> Files);
