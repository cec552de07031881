namespace PaperBot.Platforms.Discord.Rendering;

/// <summary>What a page shows, before it becomes components: as it is kept for turning pages.</summary>
/// <param name="Cards">In reading order.</param>
internal sealed record PageText(IReadOnlyList<CardText> Cards);
