namespace PaperBot.Platforms.Discord.Rendering;

/// <summary>A card, or a part of a long one, in Discord's dialect.</summary>
/// <param name="Text">With its heading; not empty unless there are pictures.</param>
/// <param name="Actions">Its buttons.</param>
/// <param name="Files">Which of the reply's files stand here, by their numbers.</param>
internal sealed record CardText(string Text, IReadOnlyList<ActionText> Actions, IReadOnlyList<int> Files);
