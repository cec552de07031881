namespace PaperBot.Core.Papers;

/// <summary>A paper in a day's announcement.</summary>
/// <param name="Paper">The record, as good as it is known.</param>
/// <param name="Type">How it is announced, over all the categories asked for: the first of new, cross, replace that holds.</param>
public sealed record AnnouncedPaper(Paper Paper, AnnounceType Type);
