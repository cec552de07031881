namespace PaperBot.Platforms.Discord.Rendering;

/// <summary>Where a page stands in its reply.</summary>
/// <param name="Key">Under which the pages are kept.</param>
/// <param name="Page">From 0.</param>
/// <param name="Pages">How many there are.</param>
internal sealed record PageTurning(string Key, int Page, int Pages);
