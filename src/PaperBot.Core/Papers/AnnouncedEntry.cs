namespace PaperBot.Core.Papers;

/// <summary>One line of a category's announcement.</summary>
/// <param name="Id">The paper, with the version where the source tells it.</param>
/// <param name="Type">How it is announced there.</param>
public sealed record AnnouncedEntry(ArxivId Id, AnnounceType Type);
