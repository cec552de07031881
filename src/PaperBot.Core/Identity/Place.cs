namespace PaperBot.Core.Identity;

/// <summary>Where somebody asks.</summary>
/// <param name="Id">The place itself.</param>
/// <param name="Kind">Direct, group or thread.</param>
/// <param name="Parent">What it stands in: the channel of a thread, the server of a channel. Settings fall back to it.</param>
public sealed record Place(PlaceId Id, PlaceKind Kind = PlaceKind.Direct, PlaceId? Parent = null);
