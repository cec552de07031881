using PaperBot.Core.Replies;

namespace PaperBot.Handlers.Calculate;

/// <summary>A plot in a reply.</summary>
/// <param name="Text">Its numbers in Markdown, with the reason where there is no picture.</param>
/// <param name="Picture">The picture, if there is one.</param>
internal sealed record DrawnPlot(string Text, Attachment? Picture);
