namespace PaperBot.Platforms.Web.Views;

/// <summary>What is being answered in a chat.</summary>
/// <param name="Active">The turns that wait, oldest request first.</param>
/// <param name="Changed">Those of which something new is known.</param>
internal sealed record ProgressView(IReadOnlyList<string> Active, IReadOnlyList<TurnProgress> Changed);
