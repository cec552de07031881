namespace PaperBot.Core.Articles;

/// <summary>What was found at a new source's address.</summary>
/// <param name="Source">The source as it was stored.</param>
/// <param name="Pages">Pages that its lists name.</param>
/// <param name="Interval">The time between two requests, from which the length of the first reading follows.</param>
public sealed record BlogAdded(BlogSource Source, int Pages, TimeSpan Interval);
